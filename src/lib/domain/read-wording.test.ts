import { expect, describe, test } from 'vitest';
import { STANDING_PHRASES, type Named } from './addressee-phrase.ts';
import { plainDate } from './plain-date.ts';
import { readWording } from './read-wording.ts';
import { SOURCE_MAX } from './wording-load.ts';

const BODIES: readonly Named[] = [
	{ code: 'KENT', kind: 'police-force', name: 'Kent Police' },
	{ code: 'ASP', kind: 'police-force', name: 'Avon and Somerset Police' },
	{ code: 'NWP', kind: 'police-force', name: 'North Wales Police' },
	{ code: 'BTP', kind: 'police-force-non-territorial', name: 'British Transport Police' },
	{ code: 'ERSOU', kind: 'regional-unit', name: 'Eastern Region Special Operations Unit' },
	{ code: 'NCA', kind: 'national-agency', name: 'National Crime Agency' },
	{ code: 'BSC', kind: 'command', name: 'Border Security Command' },
	{ code: 'NPCC', kind: 'national-body', name: "National Police Chiefs' Council" }
];
const FORCES = ['KENT', 'ASP', 'NWP'];

const BASIS = {
	publishedOn: plainDate('2024-02-15'),
	phrases: STANDING_PHRASES,
	bodies: BODIES
};

const read = (source: string) => readWording(source, BASIS);
const readOne = (source: string) => {
	const items = read(source);
	expect(items).toHaveLength(1);
	return items[0]!;
};

describe('each way in which a deadline is worded', () => {
	test.each([
		[
			'By 30 September 2024, the force should make sure:',
			['By 30 September 2024', 'fixed-day', '2024-09-30'],
			['the force', [], ['addressees-unknown']]
		],
		[
			'By March 2023, forces should make sure their crime scene management practices adhere to …',
			['By March 2023', 'month', '2023-03-31'],
			['forces', FORCES, []]
		],
		[
			'The force should immediately:',
			['should immediately', 'immediate', '2024-02-15'],
			['The force', [], ['addressees-unknown']]
		],
		[
			'With immediate effect, all forces should review …',
			['With immediate effect', 'immediate', '2024-02-15'],
			['all forces', FORCES, []]
		],
		[
			'Immediately, the responsibility … should be transferred … no later than September 2017.',
			[
				'Immediately, the responsibility … should be transferred … no later than September 2017.',
				'immediate-then-by',
				'2017-09-30'
			],
			['the responsibility …', [], ['addressees-unknown']]
		],
		[
			'Within six months the force should put in place arrangements to ensure that:',
			['Within six months', 'relative', '2024-08-15'],
			['the force', [], ['addressees-unknown']]
		],
		[
			'Not later than 31 March 2015 those forces using a threat, harm and risk policy, that have not yet done so, should …',
			['Not later than 31 March 2015', 'fixed-day', '2015-03-31'],
			[
				'those forces using a threat, harm and risk policy, that have not yet done so',
				[],
				['addressees-conditional']
			]
		],
		[
			'No deadline set by HMICFRS December 2019 set to align with the next inspection',
			[
				'No deadline set by HMICFRS December 2019 set to align with the next inspection',
				'none-set',
				null
			],
			[null, [], ['addressees-none']]
		]
	] as const)('%s', (source, [phrase, kind, lastDay], [addressees, organisations, unread]) => {
		const item = readOne(`Recommendation 4\n${source}`);
		expect(item.deadline).toMatchObject({ phrase, kind, lastDay });
		expect(item).toMatchObject({ number: 4, text: source, addressees, organisations, unread });
		expect(item.isIncluded).toBe(true);
	});

	test('that one does not apply is a note: it is left out, and nobody is guessed', () => {
		const note =
			'It has been agreed that the third recommendation does not apply to North Wales Police because it has already been inspected';
		expect(readOne(note)).toMatchObject({
			deadline: { kind: 'not-applicable', lastDay: null },
			organisations: [],
			isIncluded: false,
			unread: ['no-number', 'not-applicable-note']
		});
	});

	test('two that differ, one in words that cannot be counted, and one inside a part are said', () => {
		const unreadOf = (text: string) => readOne(`R1 ${text}`).unread;
		expect(unreadOf('By March 2023, forces should a. By May 2023, forces should b.')).toEqual([
			'deadline-unclear'
		]);
		expect(unreadOf('Within a reasonable time, forces should begin.')).toContain('deadline-unread');
		expect(unreadOf('Forces should begin.')).toEqual(['deadline-none']);
		expect(unreadOf('Forces should:\n(a) by March 2023, begin;\n(b) end.')).toEqual([
			'deadline-none',
			'deadline-in-part'
		]);
		const parts = (text: string) =>
			readOne(`R1 ${text}`).parts.map(({ deadline }) => deadline?.lastDay ?? null);
		expect(parts('Forces should:\n(a) by March 2023, begin;\n(b) end.')).toEqual([
			'2023-03-31',
			null
		]);
		expect(unreadOf('Forces should:\n(a) begin in good time, no later than needed;')).toContain(
			'deadline-in-part-unclear'
		);
	});
});

describe('a pasted section', () => {
	test('is cut at "Recommendation 7", "R7" and "7."', () => {
		const source = [
			'Recommendations',
			'',
			'Recommendation 6',
			'By March 2023, forces should begin.',
			'',
			'R7 With immediate effect, all forces should begin.',
			'8. Chief constables should begin.',
			'Recommendation 9: The National Crime Agency should begin.'
		].join('\r\n');
		const items = read(source);
		expect(items.map(({ number, isIncluded }) => [number, isIncluded])).toEqual([
			[null, false],
			[6, true],
			[7, true],
			[8, true],
			[9, true]
		]);
		expect(items.map(({ organisations }) => organisations.length)).toEqual([0, 3, 3, 3, 1]);
		expect(items.map(({ sourceText }) => sourceText).join('\n')).toBe(
			source.replaceAll('\r\n', '\n')
		);
	});

	test('with lettered parts and bullets keeps them as printed, over broken lines and pages', () => {
		const source = [
			'7.\u00a0By 30 September 2024, the force should make',
			'sure:',
			'',
			'(a) that people\u2019s records',
			'are kept; and',
			'12',
			'(b) \u200bthat:',
			'• one is done; and',
			'• the other is done.',
			'',
			'Leadership'
		].join('\n');
		const item = readOne(source);
		expect(item.text).toBe(
			'By 30 September 2024, the force should make sure:\n\n(a) that people\u2019s records are kept; and\n' +
				'(b) that:\n   - one is done; and\n   - the other is done.'
		);
		expect(item.parts).toMatchObject([
			{ label: 'a', text: 'that people\u2019s records are kept; and' },
			{ label: 'b', text: 'that:\n- one is done; and\n- the other is done.' }
		]);
		expect(item.unread).toEqual(['addressees-unknown', 'page-mark-left-out', 'heading-left-out']);
	});

	test('with five bullets under a relative deadline has five parts, numbered in their order', () => {
		const bullets = ['one;', 'two;', 'three;', 'four; and', 'five.'];
		const item = readOne(
			`Recommendation 2\nWithin six months the force should put in place arrangements to ensure that:\n${bullets
				.map((text) => `•\t${text}`)
				.join('\n')}`
		);
		expect(item.parts).toMatchObject(
			bullets.map((text, index) => ({ label: String(index + 1), text }))
		);
		expect(item.deadline?.lastDay).toBe('2024-08-15');
	});

	test('with numbers in its lists keeps the lists, and says where it could be either', () => {
		const items = read(
			'1. The force should:\n1. begin;\n2. go on; and\n3. end.\n2. Forces should begin.'
		);
		expect(items.map(({ number, parts }) => [number, parts.length])).toEqual([
			[1, 3],
			[2, 0]
		]);
		const [, second] = read('1. The force should:\n1. begin.\n2. Forces should begin.');
		expect(second).toMatchObject({ number: 2, unread: ['list-or-number', 'deadline-none'] });
	});

	test('without numbers is cut at its paragraphs, and says so', () => {
		const items = read(
			'With immediate effect, all forces should review …\n\nThe force should immediately:\n\n• begin;\n\n• end.'
		);
		expect(items.map(({ number, parts }) => [number, parts.length])).toEqual([
			[null, 0],
			[null, 2]
		]);
		expect(items.every(({ unread }) => unread[0] === 'no-number')).toBe(true);
	});

	test('that names a number twice, breaks a word or skips a letter says so', () => {
		const items = read('R1 Forces should organ-\nise:\n(a) one;\n(c) two.\nR1 Forces should.');
		expect(items[0]?.unread).toEqual([
			'deadline-none',
			'broken-word',
			'parts-unclear',
			'number-twice'
		]);
		expect(items[1]?.unread).toContain('number-twice');
	});

	test('with a title above its sentence has the title, and no word of it in the text', () => {
		const item = readOne('Recommendation 3\nInvented short title\n\nForces should begin.');
		expect(item).toMatchObject({ title: 'Invented short title', text: 'Forces should begin.' });
	});

	test('names several addressees by name, by phrase and with "and" inside a name', () => {
		const item = readOne(
			'R1 By March 2023, Avon and Somerset Police, the National Crime Agency, Border Security Command and the National Police Chiefs\u2019 Council should begin.'
		);
		expect(item.organisations).toEqual(['ASP', 'NCA', 'BSC', 'NPCC']);
		const half = readOne('R1 The National Crime Agency and the coastal forum should begin.');
		expect(half).toMatchObject({ organisations: ['NCA'] });
		expect(half.unread).toContain('addressees-unknown');
	});
});

test('no word is in the result that is not in the source', () => {
	const source =
		'Preface here.\n\nRecommendation 1\nBy March 2023, forces should:\n• one\n◦ inner\n• two\n\nAnd they should report.\n\n2 | Page\nRecommendation 2 – Immediately, chief constables should begin.';
	const words = new Set(source.split(/\s+/));
	for (const { text, parts, addressees } of read(source)) {
		const said = [text, addressees ?? '', ...parts.map((part) => part.text)].join(' ');
		const own = said.split(/\s+/).filter((word) => word !== '' && word !== '-');
		expect(own.filter((word) => !words.has(word) && !words.has(`${word},`))).toEqual([]);
	}
});

test.each([
	['a million characters on one line', 'a'.repeat(1e6)],
	['a hundred thousand short lines', 'By should:\n'.repeat(1e5)],
	['a hundred thousand bullets', `R1 Forces should:\n${'• x\n'.repeat(1e5)}`],
	['spaces', ' \u00a0'.repeat(2e5)],
	['nothing but numbers', '1.\n'.repeat(1e5)],
	['commas', `Forces ${', '.repeat(2e5)} should`]
])('%s are read in a moment', (_what, source) => {
	// Of this thread alone: what else the machine does is not its fault.
	const before = process.threadCpuUsage();
	expect(() => readWording(source.slice(0, SOURCE_MAX), BASIS)).not.toThrow(TypeError);
	const { user, system } = process.threadCpuUsage(before);
	expect((user + system) / 1000).toBeLessThan(1500);
});
