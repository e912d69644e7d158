import { momentOf } from '#lib/domain/clock.ts';
import { utimesSync } from 'node:fs';
import { join } from 'node:path';
import { Cron } from 'croner';
import { expect, test } from 'vitest';
import { aKey } from '../../../../tests/support/assignment-facts.ts';
import { aPerson } from '../../../../tests/support/builders.ts';
import { databaseImage, rowsOf } from '../../../../tests/support/database.ts';
import { aSession } from '../../../../tests/support/doors.ts';
import { EICAR } from '../../../../tests/support/files/eicar.ts';
import { fakeClamd } from '../../../../tests/support/files/fake-clamd.ts';
import { streamOf } from '../../../../tests/support/files/temporary-store.ts';
import { openScene, stage } from '../../../../tests/support/scene.ts';
import { openTestApp, type TestApp } from '../../../../tests/support/test-app.ts';
import { claimAttempt } from '../auth/throttle.ts';
import { authenticate } from '../auth/sessions.ts';
import { clamdScanner } from '../files/clamd.ts';
import { receiveFile } from '../files/receive-file.ts';
import { claimSubmission } from '../db/queries/submission.ts';
import { submission } from '../db/schema/history.ts';
import { addFiles } from '../services/evidence.ts';
import { forgetExpired } from './forget-expired.ts';
import { JOBS } from './jobs.ts';
import { runJob, runJobByHand } from './run-job.ts';
import { scanFiles, scanSoon } from './scan-files.ts';
import { sweepFiles } from './sweep-files.ts';

test.each(JOBS)(
	'$name has a time that comes, a name of its own, and runs on an empty register',
	async (job) => {
		const app = openTestApp();
		expect(new Cron(job.pattern, { paused: true }).nextRun()).toBeInstanceOf(Date);
		expect(JOBS.filter(({ name }) => name === job.name)).toHaveLength(1);
		const before = databaseImage(app);
		if (job.isNeeded) {
			expect(await runJob(job, app)).toEqual({ result: 'not-needed' });
			expect(databaseImage(app)).toBe(before);
		}
		expect(await runJobByHand(job, app)).toMatchObject({ result: 'done' });
	}
);

test.each(JOBS.filter(({ every }) => every === 'day'))(
	'$name comes later in the day where the service was not up at night',
	(job) => {
		const noon = new Date('2026-03-02T12:00:00Z');
		const next = new Cron(job.pattern, { paused: true, timezone: 'Europe/London' }).nextRun(noon)!;
		expect(next.getTime() - noon.getTime()).toBeLessThan(60 * 60_000);
		const night = new Date('2026-03-03T00:00:00Z');
		const first = new Cron(job.pattern, { paused: true, timezone: 'Europe/London' }).nextRun(
			night
		)!;
		expect(first.getUTCHours()).toBe(3);
	}
);

test('expired rows are forgotten, those that still serve stay, and so does the record', async () => {
	const app = openTestApp();
	const scene = await openScene(app);
	await stage(app, scene, 'in-progress');
	const old = await leaveTraces(app, await aPerson(app, 'inspector'));
	await app.db.write((tx) =>
		claimAttempt(tx, { door: 'sign-in', address: '192.0.2.1' }, app.clock.now())
	);
	app.goTo('2026-04-30');
	const fresh = await leaveTraces(app, await aPerson(app, 'inspector'));
	const before = ['audit_entry', 'evidence', 'status_change'].map((table) => rowsOf(app, table));
	expect(await runJob(forgetExpired, app)).toMatchObject({
		outcome: '1 session, 1 counted attempt, 1 form key, 0 runs of jobs removed'
	});
	expect(rowsOf(app, 'submission').map(({ key }) => key)).toEqual([fresh.key]);
	expect(await authenticate(app, fresh.token)).not.toBeNull();
	expect(await authenticate(app, old.token)).toBeNull();
	expect(rowsOf(app, 'throttle')).toEqual([]);
	expect(['audit_entry', 'evidence', 'status_change'].map((table) => rowsOf(app, table))).toEqual(
		before
	);
	app.goTo('2026-06-30');
	await runJob(forgetExpired, app);
	expect(rowsOf(app, 'job_run').map(({ period }) => period)).toEqual(['2026-06-30']);
});

test('much that has expired goes in pieces, between which others are served', async () => {
	const app = openTestApp();
	const { personId } = await aPerson(app, 'inspector');
	const at = app.clock.now();
	const keys = Array.from({ length: 5000 }, (_, row) => ({ key: `key ${row}`, personId, at }));
	await app.db.write(async (tx) => {
		for (let from = 0; from < keys.length; from += 1000) {
			await tx.insert(submission).values(keys.slice(from, from + 1000));
		}
	});
	app.goTo('2026-04-30');
	const left = new Set<number>();
	const watch = setInterval(() => left.add(rowsOf(app, 'submission').length), 0);
	expect(await runJobByHand(forgetExpired, app)).toMatchObject({
		outcome: expect.stringContaining('5,000 form keys')
	});
	clearInterval(watch);
	expect([...left].filter((rows) => rows > 0 && rows < 5000)).not.toEqual([]);
	expect(rowsOf(app, 'submission')).toEqual([]);
});

test('a file without a row is swept away after a day, one with a row never', async () => {
	const app = openTestApp();
	const scene = await openScene(app);
	const staged = await stage(app, scene, 'in-progress');
	const kept = await receiveFile(app.files, 'kept.csv', streamOf('a,b\r\n'));
	await addFiles(app, scene.people['own lead'], staged, { ...statement(), files: [kept] });
	const orphan = await receiveFile(app.files, 'orphan.csv', streamOf('b,c\r\n'));
	const fresh = await receiveFile(app.files, 'fresh.csv', streamOf('c,d\r\n'));
	const day = app.clock.now() / 1000;
	for (const { sha256 } of [kept, orphan]) {
		const path = join(app.config.dataDir, 'files', sha256.slice(0, 2), sha256);
		utimesSync(path, day - 90_000, day - 90_000);
	}
	utimesSync(
		join(app.config.dataDir, 'files', fresh.sha256.slice(0, 2), fresh.sha256),
		day - 80_000,
		day - 80_000
	);
	expect(await runJobByHand(sweepFiles, app)).toMatchObject({
		outcome: '1 file and 0 broken-off uploads removed'
	});
	expect(await Array.fromAsync(app.files.list())).toEqual([kept.sha256, fresh.sha256].toSorted());
});

test('a scan asked for by many uploads at once scans each file once', async () => {
	const clamd = await fakeClamd();
	const app = { ...openTestApp(), scanner: clamdScanner(clamd.address) };
	const scene = await openScene(app);
	const staged = await stage(app, scene, 'in-progress');
	await Promise.all(
		Array.from({ length: 5 }, async (_, number) => {
			const text = number === 0 ? EICAR : `Row,${number}\r\n`;
			const file = await receiveFile(app.files, 'list.csv', streamOf(text));
			await addFiles(app, scene.people['own lead'], staged, { ...statement(), files: [file] });
			scanSoon(app, [file.sha256]);
		})
	);
	expect(await runJobByHand(scanFiles, app)).toMatchObject({ result: 'done' });
	expect(clamd.received).toHaveLength(5);
	const results = rowsOf(app, 'file_scan').map(({ result }) => result);
	expect(results.toSorted()).toEqual(['clean', 'clean', 'clean', 'clean', 'infected']);
	expect(rowsOf(app, 'outbox')).toHaveLength(3);
});

async function leaveTraces(app: TestApp, actor: Awaited<ReturnType<typeof aPerson>>) {
	const { token } = await aSession(app, actor);
	const key = aKey();
	const moment = momentOf(app.clock);
	await app.db.write((tx) => claimSubmission(tx, actor, key, moment));
	return { token, key };
}

function statement() {
	return {
		title: 'New list',
		shows: 'What was found',
		marking: 'official' as const,
		submissionKey: aKey()
	};
}
