import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shareRoom } from './attention.ts';

describe('sharing the room on a page', () => {
	it.each([
		{ lengths: [40, 2, 0, 7], room: 10, shares: [4, 2, 0, 4] },
		{ lengths: [1, 1, 1], room: 10, shares: [1, 1, 1] },
		{ lengths: [5, 5, 5], room: 2, shares: [1, 1, 0] },
		{ lengths: [5], room: 0, shares: [0] },
		{ lengths: [], room: 3, shares: [] }
	])('gives $shares of $room rows to lists of $lengths', ({ lengths, room, shares }) => {
		expect(shareRoom(lengths, room)).toEqual(shares);
	});

	it('fills the room where it can, and leaves no list behind by more than one row', () => {
		fc.assert(
			fc.property(fc.array(fc.nat({ max: 60 })), fc.nat({ max: 60 }), (lengths, room) => {
				const shares = shareRoom(lengths, room);
				const given = shares.reduce((sum, share) => sum + share, 0);
				const wanted = lengths.reduce((sum, length) => sum + length, 0);
				expect(given).toBe(Math.min(room, wanted));
				const most = Math.max(0, ...shares);
				shares.forEach((share, index) => {
					expect(share).toBeLessThanOrEqual(lengths[index]!);
					if (share < lengths[index]!) expect(share).toBeGreaterThanOrEqual(most - 1);
				});
			})
		);
	});
});
