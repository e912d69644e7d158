import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { withLock } from '../../../scripts/lock.mjs';
import { temporaryFolder } from './temporary-folder.ts';

const waiting = (_holder: unknown, untilFree: () => Promise<void>) => untilFree();

/** A process id that was in use a moment ago. */
const deadPid = () => spawnSync(process.execPath, ['--version']).pid;

test('the second waits for the first, and is told whom it waits for', async () => {
	const file = join(temporaryFolder(), 'made/on/demand.lock');
	const happened: string[] = [];
	let finish = () => {};
	const first = withLock(
		file,
		'npm start',
		() => new Promise<void>((done) => (finish = done)),
		waiting
	);
	// The holder of this test is alive and is not us.
	writeFileSync(file, readFileSync(file, 'utf8').replace(`${process.pid}`, `${process.ppid}`));
	const showWaiting = vi.fn(waiting);
	const second = withLock(file, 'npm test', async () => happened.push('second'), showWaiting);
	await vi.waitFor(() => expect(showWaiting).toHaveBeenCalledOnce());
	expect(showWaiting.mock.calls[0]?.[0]).toMatchObject({ pid: process.ppid, command: 'npm start' });

	happened.push('first');
	finish();
	await Promise.all([first, second]);
	expect(happened).toEqual(['first', 'second']);
	expect(existsSync(file)).toBe(false);
});

test('the lock is let go when the work fails', async () => {
	const file = join(temporaryFolder(), 'work.lock');
	const work = () => Promise.reject(new Error('no space left'));
	await expect(withLock(file, 'npm start', work, waiting)).rejects.toThrow('no space left');
	expect(existsSync(file)).toBe(false);
});

test.each([
	['whose holder is dead', () => ({ pid: deadPid(), host: hostname(), command: 'npm start' })],
	[
		'with our own number from before a restart',
		() => ({ pid: process.pid, host: hostname(), command: '' })
	]
])('a lock %s is taken over at once', async (_, holder) => {
	const file = join(temporaryFolder({ 'work.lock': JSON.stringify(holder()) }), 'work.lock');
	const showWaiting = vi.fn(waiting);
	await withLock(
		file,
		'npm start',
		async () => {
			expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ pid: process.pid });
		},
		showWaiting
	);
	expect(showWaiting).not.toHaveBeenCalled();
});

test('a lock from another machine is taken over when nobody touches it any more', async () => {
	const holder = { pid: deadPid(), host: 'another-machine', command: 'npm start' };
	const file = join(temporaryFolder({ 'work.lock': JSON.stringify(holder) }), 'work.lock');
	const began = performance.now();
	await withLock(file, 'npm start', async () => {}, waiting, 500);
	expect(performance.now() - began).toBeGreaterThan(500);
});
