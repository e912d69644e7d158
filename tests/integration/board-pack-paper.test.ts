import { rmSync } from 'node:fs';
import type { Cell, Paper } from '#lib/domain/paper.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openApp, type App } from '#lib/server/app.ts';
import { readConfig } from '#lib/server/config.ts';
import { londonDay } from '#lib/domain/plain-date.ts';
import { preparePack } from '#lib/server/services/board-packs.ts';
import { issueBoardPack, readPackPaper } from '#lib/server/exchange/board-pack.ts';
import { pdfInfo } from '../support/pdf-info.ts';
import { pdfText } from '../support/pdf-text.ts';
import { actorOf } from '../support/sample-people.ts';
import { copySampleRegister } from '../support/sample-register.ts';
import { storedBytes } from '../support/stored-file.ts';

// The pack of the sample's ten recommendations, as a board is given it.

let app: App;
let folder: string;
let pdf: Buffer;
let paper: Paper;

beforeAll(async () => {
	folder = await copySampleRegister();
	app = openApp(readConfig({ DATA_DIR: folder, LOG_LEVEL: 'silent' }));
	const inspector = actorOf(app, 'inspector');
	const today = londonDay(app.clock.now());
	const key = await preparePack(app, inspector, {
		...{ meeting: 'National Policing Board', meetingOn: today, asAt: today },
		...{ purpose: 'decision', marking: 'official', asks: 'Agree the next steps.' },
		submissionKey: 'paper-one'
	});
	await issueBoardPack(app, inspector, key, { version: 1, submissionKey: 'paper-two' });
	const read = await readPackPaper(app, inspector, key);
	paper = read.paper;
	pdf = await storedBytes(app, read.pack.pdfSha256!);
}, 120_000);

afterAll(() => {
	app.close();
	rmSync(folder, { recursive: true, force: true });
});

test('its PDF is tagged, with title, language and as many sheets as it says', async (context) => {
	const info = pdfInfo(pdf);
	if (info === null) return context.skip('pdfinfo is not installed');
	expect(info).toMatch(/Tagged: +yes/);
	expect(info).toMatch(new RegExp(`Title: +${paper.title}`));
	expect(pdf.toString('latin1')).toMatch(/\/Lang\s*\(en-GB\)/);
	const pages = await pdfText(pdf);
	expect(info).toMatch(new RegExp(`Pages: +${pages.length}\\n`));
	for (const [index, page] of pages.entries()) {
		expect(page).toContain(`page ${index + 1} of ${pages.length}`);
		expect(page).toContain(`Code ${paper.code}`);
	}
});

test('says in every sentence and every cell what the page says', async () => {
	const text = bare((await pdfText(pdf)).map((page) => withoutFurniture(page)).join(' '));
	let numbers = 0;
	for (const words of wordsOf(paper)) {
		if (/\d/.test(words)) numbers += 1;
		expect(text).toContain(bare(words));
	}
	expect(numbers).toBeGreaterThan(200);
});

/** Every text of a paper that stands by itself: cells whole, as a table of numbers has to be. */
function* wordsOf({ title, caption, blocks }: Paper): Generator<string> {
	yield title;
	yield caption;
	const told = (cell: Cell) => cell.map(({ text }) => text).join('');
	for (const block of blocks) {
		if (block.kind === 'heading') yield block.text;
		else if (block.kind === 'text') yield told(block.runs);
		else if (block.kind === 'said') yield* block.paragraphs;
		else if (block.kind === 'chart') yield block.title;
		else if (block.kind === 'facts') yield* block.rows.map(({ runs }) => told(runs));
		else if (block.kind === 'list') yield* block.items.map(told);
		else {
			yield block.caption;
			for (const row of block.rows) yield* row.map(told);
		}
	}
}

/** Lines are broken where there is room, and blanks with them. */
const bare = (words: string) => words.replaceAll(/[\s\u200b]/g, '').normalize('NFKC');

/** What stands at the head and the foot of each sheet, in the middle of what goes on. */
function withoutFurniture(page: string): string {
	const foot = page.indexOf(paper.asAt + ' ' + paper.marking + ' Code');
	const notice = paper.notice ?? '';
	const start = page.indexOf(notice);
	return page.slice(start < 0 ? 0 : start + notice.length, foot < 0 ? undefined : foot);
}
