import { createHash, randomBytes } from 'node:crypto';
import type { Actor } from '#lib/domain/actor.ts';
import { encodeBase32LowerCaseNoPadding } from '@oslojs/encoding';
import type { App } from './app.ts';
import { compareWorkbook } from './exchange/workbook/compare-workbook.ts';
import { workbookKey } from './exchange/workbook/make-workbook.ts';
import type { WorkbookProblem } from './exchange/workbook/workbook-problem.ts';
import { readWorkbookDownload } from './reads/workbook-return.ts';
import type { ReturnedWorkbook } from './services/workbooks.ts';
import { readWorkbookAside } from './workbook-thread.ts';

export type BroughtWorkbook =
	| { readonly ok: true; readonly workbook: ReturnedWorkbook }
	| { readonly ok: false; readonly problems: readonly WorkbookProblem[] };

/**
 * Reads one file that somebody brings and compares it with what left; nothing is kept.
 * @throws Refusal 'not-found' for a workbook that there is not or that is not theirs to see, or 'not-allowed'
 */
export async function bringWorkbook(
	app: App,
	actor: Actor,
	file: string,
	bytes: Uint8Array
): Promise<BroughtWorkbook> {
	const refuse = (reason: string, sheet: string | null = null): BroughtWorkbook => {
		return { ok: false, problems: [{ file, sheet, cell: null, reason }] };
	};
	const sha256 = createHash('sha256').update(bytes).digest('hex');
	const read = await readWorkbookAside(bytes);
	if (!read.ok) return refuse(read.reason);
	const contents = read.sheets.find(({ name }) => name === 'Contents');
	if (!contents)
		return refuse('The sheet “Contents” is missing, which has the key of the workbook');
	const key = workbookKey(contents.rows);
	if (key === null)
		return refuse('The line “Workbook key” is missing. Download it again', 'Contents');
	const download = await readWorkbookDownload(app, actor, key);
	const compared = compareWorkbook(file, read.sheets, download.content);
	if (!compared.ok) return compared;
	const { changes } = compared;
	const workbook = { key: newKey(), downloadId: download.id, fileName: file, sha256, changes };
	return { ok: true, workbook };
}

/** 160 bits: a key of a workbook, or of one that came back. */
export function newKey(): string {
	return encodeBase32LowerCaseNoPadding(randomBytes(20));
}
