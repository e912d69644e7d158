import { eq, sql } from 'drizzle-orm';
import type { Context } from '../db/context.ts';
import { countScans, filesToScan } from '../db/queries/file-scan.ts';
import { dueMessages } from '../db/queries/outbox.ts';
import { jobRun } from '../db/schema/service.ts';

/** The latest run of each job that ever ran. */
export async function readLatestRuns({ db }: Pick<Context, 'db'>) {
	return db.read
		.select({
			job: jobRun.job,
			startedAt: jobRun.startedAt,
			finishedAt: jobRun.finishedAt,
			outcome: jobRun.outcome
		})
		.from(jobRun)
		.where(eq(jobRun.id, sql`(select max(r.id) from ${jobRun} r where r.job = ${jobRun.job})`));
}

/** Whether mail is due, so that a job with nothing to do leaves no row. */
export async function isMailDue({ db, clock }: Context): Promise<boolean> {
	return (await dueMessages(db.read, clock.now(), 1)).length > 0;
}

export async function isScanDue({ db, clock }: Context): Promise<boolean> {
	const due = await filesToScan(db.read, clock.now(), { limit: 1, isUrgent: false });
	return due.length > 0;
}

/** How many stored files stand how with the scanner. */
export function readScanCounts({ db }: Pick<Context, 'db'>) {
	return countScans(db.read);
}
