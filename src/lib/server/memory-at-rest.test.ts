import { channel } from 'node:diagnostics_channel';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ASKED, giveBackAtRest, REST_MS } from './memory-at-rest.ts';

const MEGABYTE = 2 ** 20;

let resident: number;
let given: number;
let stop: () => void;

beforeEach(() => {
	vi.useFakeTimers();
	resident = 100 * MEGABYTE;
	given = 0;
	stop = giveBackAtRest(
		(() => {
			given += 1;
			resident = 110 * MEGABYTE;
		}) as typeof globalThis.gc,
		() => resident
	);
});

afterEach(() => {
	stop();
	vi.useRealTimers();
});

test('what the service has grown by is given back once nobody asks for anything, and not before', () => {
	for (let request = 0; request < 10; request += 1) {
		resident += 20 * MEGABYTE;
		ask();
		vi.advanceTimersByTime(REST_MS - 1);
	}
	expect(given).toBe(0);
	vi.advanceTimersByTime(1);
	expect(given).toBe(1);
});

test('a little more is left, and so is what cannot be given back', () => {
	resident += 15 * MEGABYTE;
	rest();
	expect(given).toBe(0);
	resident += 50 * MEGABYTE;
	rest();
	rest();
	expect(given).toBe(1);
});

test('it is given back each time that the service has grown, and no more once it stops', () => {
	for (let time = 0; time < 3; time += 1) {
		resident = 200 * MEGABYTE;
		rest();
	}
	expect(given).toBe(3);
	stop();
	resident = 200 * MEGABYTE;
	rest();
	expect(given).toBe(3);
});

test('nothing is done where the collector cannot be called', () => {
	const asked = channel(ASKED).hasSubscribers;
	stop();
	giveBackAtRest(undefined, () => resident);
	expect([asked, channel(ASKED).hasSubscribers]).toEqual([true, false]);
});

function ask(): void {
	channel(ASKED).publish({});
}

function rest(): void {
	ask();
	vi.advanceTimersByTime(REST_MS);
}
