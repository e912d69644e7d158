import type { ReceiptContent } from '#lib/domain/receipt.ts';
import { plainDate } from '#lib/domain/plain-date.ts';
import { expect, test } from 'vitest';
import { HOSTILE_TEXTS } from '../../../../tests/support/hostile-texts.ts';
import { pdfText } from '../../../../tests/support/pdf-text.ts';
import { renderPdf } from './paper-pdf.ts';
import { receiptPaper } from './receipt-paper.ts';

const RECEIPT = {
	...{ key: 'abc', recommendation: 'OIC-7', at: Date.UTC(2026, 2, 2, 12), chainSequence: 812 },
	...{ contentHash: 'a1'.repeat(32), chainHead: 'b2'.repeat(32) }
};
const FACTS = { isSample: false, origin: 'https://tracker.test' };
const NOTHING = {
	...{ fileName: null, sha256: null, linkUrl: null, heldWhere: null, custodian: null },
	...{ seenBy: null, seenOn: null, version: 1, marking: 'official' as const }
};
const CONTENT: ReceiptContent = {
	...{ format: 1, reference: 'OIC-7/KENT', recommendation: 'Grade by threat' },
	...{ organisation: 'Kent Police', reportedBy: 'Alex Doe', at: '2026-03-02T12:00:00.000Z' },
	onDay: plainDate('2026-03-02'),
	statement: 'All of it is done.\n\nIn every district.',
	shows: [
		{ kind: 'part', label: 'b', text: 'Grade all groups', rests: [{ item: 2, page: 'page 4' }] },
		{ kind: 'whole', label: '', text: '', rests: [{ item: 1, page: null }] }
	],
	evidence: [
		{ ...NOTHING, title: 'Policy', kind: 'file', fileName: 'policy.pdf', sha256: 'c3'.repeat(32) },
		{
			...NOTHING,
			title: 'Minutes',
			kind: 'link',
			version: 2,
			linkUrl: 'https://kent.test/minutes'
		},
		{
			...{ ...NOTHING, title: 'Register', kind: 'sighting', marking: 'official-sensitive' },
			...{ heldWhere: 'Room 4', custodian: 'Sam Roe', seenBy: 'Kim Poe' },
			seenOn: plainDate('2026-02-01')
		}
	]
};

test('says everything that was submitted, with the hash on each sheet and the highest marking', async () => {
	const pages = await pdfText(await renderPdf(receiptPaper(RECEIPT, CONTENT, FACTS)));
	const text = pages.join(' ').replace(/\s+/g, ' ');
	for (const words of [
		...['Receipt: reported complete', 'OIC-7: Grade by threat', 'Kent Police', 'Alex Doe'],
		...['2 March 2026', 'All of it is done.', 'In every district.', 'Part b: Grade all groups'],
		...['Minutes: page 4', 'policy.pdf', 'https://kent.test/minutes', 'OFFICIAL, version 2'],
		...['Held at Room 4 by Sam Roe. Seen by Kim Poe on 1 February 2026.', '812'],
		'https://tracker.test/receipts/abc/content.json'
	]) {
		expect(text).toContain(words);
	}
	const whole = text.replaceAll(' ', '');
	for (const hash of [RECEIPT.chainHead, CONTENT.evidence[0]!.sha256!]) {
		expect(whole).toContain(hash);
	}
	for (const page of pages) {
		expect(page).toContain('OFFICIAL-SENSITIVE');
		expect(page.replace(/\s/g, '')).toContain(RECEIPT.contentHash);
	}
});

test('is the same file whenever it is asked for', async () => {
	const make = () => renderPdf(receiptPaper(RECEIPT, CONTENT, FACTS));
	expect(Buffer.from(await make()).equals(Buffer.from(await make()))).toBe(true);
});

test.each(Object.entries(HOSTILE_TEXTS))('can be made of what was written: %s', async (_, text) => {
	const evidence = CONTENT.evidence.map((item) => ({ ...item, title: text }));
	const content = { ...CONTENT, statement: text, reportedBy: text, evidence };
	const pages = await pdfText(await renderPdf(receiptPaper(RECEIPT, content, FACTS)));
	expect(pages[0]).toContain('Receipt: reported complete');
});
