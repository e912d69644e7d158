import { deliverMail } from './deliver-mail.ts';
import { forgetExpired } from './forget-expired.ts';
import type { Job } from './job.ts';
import { keepPeriods } from './keep-reporting-periods.ts';
import { scanFiles } from './scan-files.ts';
import { sweepFiles } from './sweep-files.ts';

/** Everything that happens by the clock. */
export const JOBS: readonly Job[] = [
	deliverMail,
	scanFiles,
	keepPeriods,
	sweepFiles,
	forgetExpired
];
