import { resolve } from 'node:path';

export interface Config {
	/** Everything that lasts: the database and the files of evidence. */
	readonly dataDir: string;
	/** What addresses in mail begin with; never taken from a request. */
	readonly origin: string;
	/** Largest file of evidence, in bytes. */
	readonly evidenceMaxBytes: number;
	/** Mail goes into the outbox only where this is missing. */
	readonly smtpUrl: string | undefined;
	readonly mailFrom: string;
	readonly logLevel: string;
	/** Answers say how many statements they took: for the bench, which asks for one page at a time. */
	readonly countsQueries: boolean;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the environment; throws a sentence that says how to mend a value that makes no sense. */
export function readConfig(environment: Environment): Config {
	const port = environment['PORT'] ?? '3000';
	const megabytes = Number(environment['EVIDENCE_MAX_MB'] ?? '25');
	if (!Number.isFinite(megabytes) || megabytes <= 0 || megabytes > 1024) {
		throw new Error('EVIDENCE_MAX_MB must be a number of megabytes between 1 and 1024');
	}
	return {
		dataDir: resolve(environment['DATA_DIR'] ?? 'data'),
		origin: originOf(environment['ORIGIN'] ?? `http://localhost:${port}`),
		evidenceMaxBytes: Math.round(megabytes * 1024 * 1024),
		smtpUrl: environment['SMTP_URL'] || undefined,
		mailFrom: environment['MAIL_FROM'] ?? 'recommendations-tracker@localhost',
		logLevel: environment['LOG_LEVEL'] ?? 'info',
		countsQueries: environment['BENCH_QUERY_COUNT'] === '1'
	};
}

function originOf(text: string): string {
	try {
		return new URL(text).origin;
	} catch {
		throw new Error(`ORIGIN must be an address such as https://tracker.example, not "${text}"`);
	}
}
