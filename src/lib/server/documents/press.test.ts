import type { Paper } from '#lib/domain/paper.ts';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { pressOf } from './press.ts';

const PAPER: Paper = {
	...{ format: 1, title: 'Board pack 4', caption: 'An inspection', marking: 'OFFICIAL' },
	...{ asAt: 'Data as at 2 March 2026', code: 'CDFG-3467', hash: null, notice: null },
	...{ author: 'Alex Doe', madeAt: 0, blocks: [] }
};

test('a paper that is asked for when the process was let go is made by another', async () => {
	const press = pressOf<Paper>('word-worker.ts', 1);
	for (let paper = 0; paper < 3; paper += 1) {
		const bytes = await press(PAPER);
		expect(Buffer.from(bytes).subarray(0, 2).toString()).toBe('PK');
		await pause(20);
	}
});
