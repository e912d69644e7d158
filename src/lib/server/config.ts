import { isAbsolute, resolve } from 'node:path';
import type { ClamdAddress } from './files/clamd.ts';

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
	/** What one personal token may ask for in a minute: far more than a spreadsheet or a calendar needs. */
	readonly tokenRequestsPerMinute: number;
	readonly logLevel: string;
	/** Answers say how many statements they took: for the bench, which asks for one page at a time. */
	readonly countsQueries: boolean;
	/** Files are scanned for malware only where this is given. */
	readonly clamd: ClamdAddress | undefined;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the environment; throws a sentence that says how to mend a value that makes no sense. */
export function readConfig(environment: Environment): Config {
	const port = environment['PORT'] ?? '3000';
	const megabytes = Number(environment['EVIDENCE_MAX_MB'] ?? '25');
	if (!Number.isFinite(megabytes) || megabytes <= 0 || megabytes > 1024) {
		throw new Error('EVIDENCE_MAX_MB must be a number of megabytes between 1 and 1024');
	}
	const requests = Number(environment['TOKEN_REQUESTS_PER_MINUTE'] ?? '300');
	if (!Number.isSafeInteger(requests) || requests < 1) {
		throw new Error('TOKEN_REQUESTS_PER_MINUTE must be a whole number from 1');
	}
	return {
		dataDir: resolve(environment['DATA_DIR'] ?? 'data'),
		origin: originOf(environment['ORIGIN'] ?? `http://localhost:${port}`),
		evidenceMaxBytes: Math.round(megabytes * 1024 * 1024),
		smtpUrl: environment['SMTP_URL'] || undefined,
		mailFrom: environment['MAIL_FROM'] ?? 'recommendations-tracker@localhost',
		tokenRequestsPerMinute: requests,
		logLevel: environment['LOG_LEVEL'] ?? 'info',
		countsQueries: environment['BENCH_QUERY_COUNT'] === '1',
		clamd: clamdOf(environment['CLAMD'] ?? '')
	};
}

function originOf(text: string): string {
	try {
		return new URL(text).origin;
	} catch {
		throw new Error(`ORIGIN must be an address such as https://tracker.example, not "${text}"`);
	}
}

/** '127.0.0.1:3310', '[::1]:3310', or the path of a Unix socket. */
function clamdOf(text: string): ClamdAddress | undefined {
	if (text === '') return undefined;
	if (isAbsolute(text)) return { path: text };
	const [, host, port] = /^(\[[0-9a-f:.]+\]|[^\s:/[\]]+):(\d{1,5})$/i.exec(text) ?? [];
	if (!host || !(Number(port) > 0 && Number(port) < 65_536)) {
		throw new Error(
			`CLAMD must be an address such as 127.0.0.1:3310 or /run/clamav/clamd.ctl, not "${text}"`
		);
	}
	return { host: host.replace(/^\[|\]$/g, ''), port: Number(port) };
}
