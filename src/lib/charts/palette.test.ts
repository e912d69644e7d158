import { expect, test } from 'vitest';
import { contrastBetween, greyOf } from './colour.ts';
import {
	ACCEPTANCE_LOOKS,
	BAND_LOOKS,
	CLAIM_LOOKS,
	DECISION_LOOKS,
	EVIDENCE_LOOKS,
	FRESHNESS_LOOKS,
	LINE_LOOKS,
	OVERDUE_LOOKS,
	TIMELINESS_LOOKS,
	type BandLook
} from './palette.ts';

const families = {
	status: BAND_LOOKS,
	timeliness: TIMELINESS_LOOKS,
	overdue: OVERDUE_LOOKS,
	freshness: FRESHNESS_LOOKS,
	acceptance: ACCEPTANCE_LOOKS,
	evidence: EVIDENCE_LOOKS,
	claims: CLAIM_LOOKS,
	decisions: DECISION_LOOKS
};
const WHITE = '#ffffff';

const looks = Object.entries(families).flatMap(([family, members]) =>
	Object.entries(members).map(([name, look]): [string, BandLook] => [`${family} ${name}`, look])
);

test.each(looks)(
	'%s parts from the white gap beside it by 3:1, in colour and in grey',
	(_, look) => {
		expect(contrastBetween(look.ink, WHITE)).toBeGreaterThanOrEqual(3);
		expect(contrastBetween(greyOf(look.ink), WHITE)).toBeGreaterThanOrEqual(2.97);
	}
);

test.each(looks)('the number inside %s is read at 4.5:1', (_, look) => {
	expect(contrastBetween(look.number, look.fill)).toBeGreaterThanOrEqual(4.5);
});

test.each(Object.entries(families))('no two bands of %s look alike in grey', (_, members) => {
	const all: BandLook[] = Object.values(members);
	for (const [index, one] of all.entries()) {
		for (const other of all.slice(index + 1)) {
			const isTold = one.pattern !== other.pattern || contrastBetween(one.fill, other.fill) >= 2.5;
			expect(isTold, `${one.fill} and ${other.fill}`).toBe(true);
		}
	}
});

test('lines differ in dash, marker and width, not in colour alone', () => {
	const all = Object.values(LINE_LOOKS);
	for (const feature of ['dash', 'marker', 'width'] as const) {
		expect(new Set(all.map((look) => JSON.stringify(look[feature]))).size).toBe(all.length);
	}
});
