import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import { WORKBOOK_LIMITS } from '#lib/domain/workbook.ts';
import { readSheets } from './exchange/workbook/read-sheets.ts';
import type { SheetsReading } from './exchange/workbook/workbook-problem.ts';
import { unpackSpreadsheet } from './files/unpack-package.ts';

/** This module's own address, to start a thread with. */
export const here = import.meta.url;

export interface WorkbookThreadData {
	readonly isWorkbookThread: true;
	readonly bytes: Uint8Array;
}

/** Above what runs, which is at once. */
const REASONS = {
	kind: 'It has to be an Excel (.xlsx) or OpenDocument (.ods) workbook: the one that you downloaded, saved as such. A CSV file holds one sheet only',
	macros: 'The workbook has macros. Save it without them, as .xlsx or .ods',
	password: 'The workbook is locked with a password. Save it without one',
	damaged: 'The workbook is damaged and cannot be read. Save it again',
	'too-large':
		'Unpacked, the workbook is larger than this service reads, or a part of it is damaged'
} as const;

const data = workerData as WorkbookThreadData | null;
if (!isMainThread && parentPort && data?.isWorkbookThread) {
	parentPort.postMessage(await readWorkbookBytes(data.bytes));
}

async function readWorkbookBytes(bytes: Uint8Array): Promise<SheetsReading> {
	const unpacked = await unpackSpreadsheet(bytes, WORKBOOK_LIMITS.unpackedBytes);
	if (!unpacked.ok) return { ok: false, reason: REASONS[unpacked.reason] };
	return readSheets(bytes, unpacked.parts);
}
