import { expect, test } from 'vitest';
import { draftForm, nextDraftVersion, NO_DRAFT } from './draft.ts';

test('each kind of writing about each assignment has its own draft', () => {
	expect(draftForm('update', 12)).toBe('update:12');
	expect(draftForm('correction-7', 12)).toBe('correction-7:12');
});

test('versions grow with every save, also within one millisecond and when the clock is set back', () => {
	expect(nextDraftVersion(NO_DRAFT, 1000)).toBe(1000);
	expect(nextDraftVersion(1000, 1000)).toBe(1001);
	expect(nextDraftVersion(1001, 900)).toBe(1002);
});

test('a draft that begins after another was discarded does not repeat its version', () => {
	const discarded = nextDraftVersion(NO_DRAFT, 1000);
	expect(nextDraftVersion(NO_DRAFT, 1001)).not.toBe(discarded);
});
