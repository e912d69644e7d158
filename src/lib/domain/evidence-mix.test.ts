import { expect, test } from 'vitest';
import type { EvidenceKind } from './evidence.ts';
import { evidenceMixOf } from './evidence-mix.ts';

test.each<[EvidenceKind[], string]>([
	[[], 'asserted'],
	[['link'], 'linked'],
	[['link', 'sighting'], 'sighted'],
	[['link', 'sighting', 'file'], 'uploaded'],
	[['file', 'file'], 'uploaded']
])('what rests on %j counts once, as %s', (kinds, strongest) => {
	expect(evidenceMixOf('confirmed', kinds)).toBe(strongest);
	expect(evidenceMixOf('reported-complete', kinds)).toBe(strongest);
});

test('what nobody says is done has no mix yet', () => {
	for (const status of ['in-progress', 'returned', 'not-applicable'] as const) {
		expect(evidenceMixOf(status, ['file'])).toBeNull();
	}
});
