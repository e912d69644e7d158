import { read, utils, write } from '@e965/xlsx';
import type { Actor } from '#lib/domain/actor.ts';
import type { WorkbookRow } from '#lib/domain/workbook.ts';
import { WORKBOOK_COLUMNS } from '#lib/forms/workbook-columns.ts';
import { EXTENSION_REASON_WORDS } from '#lib/wording/extension.ts';
import { addDays } from '#lib/domain/plain-date.ts';
import type { App } from '#lib/server/app.ts';
import { bringWorkbook, newKey } from '#lib/server/bring-workbook.ts';
import { workbookFile } from '#lib/server/exchange/workbook/make-workbook.ts';
import { xlsxParts } from '#lib/server/exchange/write-xlsx.ts';
import { zipPackage } from '#lib/server/files/zip-package.ts';
import { readWorkbookContent } from '#lib/server/reads/workbook-content.ts';
import { keepWorkbookDownload, keepWorkbookReturns } from '#lib/server/services/workbooks.ts';
import type { SampleCalendar } from './calendar.ts';
import type { Cast } from './cast.ts';
import { instantOf, type Happening } from './happening.ts';

const BODIES = ['KENT', 'ESSEX'] as const;
/** Days before the last one of the sample. */
const TAKEN = 4;
const BROUGHT = 1;

/** What is filled in, from the first open assignment on. */
const UPDATES = [
	'The new form is in use in every custody suite since Monday. The first sample is due next month.',
	'Two of the three posts are filled. The third was advertised again.',
	'The lead has met the regional unit; the shared log is agreed, and not yet in use.'
] as const;

/** Two bodies' workbooks, taken away and brought back by the inspectorate in one go, wait to be compared. */
export function bringingWorkbooks(calendar: SampleCalendar, cast: Cast): Happening[] {
	const taken = new Map<string, Buffer>();
	const take = async (app: App) => {
		for (const code of BODIES)
			taken.set(code, await takeWorkbook(app, cast.actor('lead', code), code));
	};
	const bring = async (app: App) => {
		const inspector = cast.actor('inspector', '');
		const returned = [];
		for (const [code, bytes] of taken) {
			const filled = fillIn(bytes, addDays(calendar.ago(0), 120));
			const name = `OIC-${code}-workbook.xlsx`;
			const brought = await bringWorkbook(app, inspector, name, filled);
			if (!brought.ok) throw new Error(brought.problems.map(({ reason }) => reason).join('; '));
			returned.push(brought.workbook);
		}
		await keepWorkbookReturns(app, inspector, 'sample-workbooks-return', returned);
	};
	return [
		{ at: instantOf(calendar.ago(TAKEN), 60), run: take },
		{ at: instantOf(calendar.ago(BROUGHT), 480), run: bring }
	];
}

async function takeWorkbook(app: App, lead: Actor, code: string): Promise<Buffer> {
	const { inspection, body, content } = await readWorkbookContent(app, lead, code, 'OIC');
	const key = newKey();
	await keepWorkbookDownload(app, lead, { key, inspectionId: inspection.id, body, content });
	const at = app.clock.now();
	const names = { name: body.name, inspection: inspection.title, key };
	const pieces: Uint8Array[] = [];
	const parts = xlsxParts(workbookFile(names, content, at));
	for await (const piece of zipPackage(parts, at)) pieces.push(piece);
	return Buffer.concat(pieces);
}

/** As somebody fills it in: updates, and for the last row that has a deadline a later one. */
function fillIn(bytes: Buffer, later: string): Uint8Array {
	const book = read(bytes);
	const sheet = book.Sheets['Assignments']!;
	const rows = utils.sheet_to_json<string[]>(sheet, { header: 1, raw: false, defval: '' });
	const head = rows.findIndex(([first]) => first === WORKBOOK_COLUMNS.Assignments[0]?.label);
	const fill = (row: number, cells: WorkbookRow) => {
		for (const [name, text] of Object.entries(cells)) {
			const c = WORKBOOK_COLUMNS.Assignments.findIndex((column) => column.name === name);
			utils.sheet_add_aoa(sheet, [[text]], { origin: { r: row, c } });
		}
	};
	const filled = rows.slice(head + 1).filter(([key]) => key !== '');
	for (const [index, narrative] of UPDATES.slice(0, filled.length).entries()) {
		fill(head + 1 + index, { narrative });
	}
	const due = WORKBOOK_COLUMNS.Assignments.findIndex(({ name }) => name === 'currentDueOn');
	const dated = filled.findLastIndex((cells) => cells[due] !== '');
	if (dated >= 0) {
		const reason = 'The supplier delivers two months later than agreed.';
		const reasonCode = EXTENSION_REASON_WORDS.procurement.word;
		fill(head + 1 + dated, { askedDueOn: later, reasonCode, reason });
	}
	return write(book, { type: 'buffer', bookType: 'xlsx', bookSST: true }) as Uint8Array;
}
