import type { App } from '#lib/server/app.ts';
import { verifyChain } from '#lib/server/audit/verify.ts';
import { findReceiptProblems, type ReceiptProblem } from '#lib/server/audit/verify-receipts.ts';
import { findDamage } from '#lib/server/db/integrity.ts';
import { findFlowDifference } from '#lib/server/db/queries/daily-flow-check.ts';
import { findDisagreements, type Disagreement } from '#lib/server/db/queries/projection.ts';
import { listStoredFiles } from '#lib/server/db/queries/stored-file.ts';
import { readScanCounts } from '#lib/server/reads/job-runs.ts';
import { plural } from '#lib/wording/counts.ts';
import { databaseFile } from './register-folder.ts';

export interface RegisterCheck {
	/** In sentences; empty where all is well. */
	readonly problems: readonly string[];
	/** Audit entries found in order, and the hash of the last. */
	readonly entries: number;
	readonly head: string;
	/** Files read again from the first byte to the last. */
	readonly files: number;
	/** Of those files: quarantined, failed to scan, never scanned. None of it is damage. */
	readonly scans: { readonly infected: number; readonly failed: number; readonly none: number };
}

/** Looks at everything that can be looked at, and changes nothing. */
export async function checkRegister(
	app: App,
	onStep: (step: string) => void = () => {}
): Promise<RegisterCheck> {
	onStep('The database …');
	const problems = findDamage(databaseFile(app.config));
	onStep('The audit trail …');
	const { entries, head, brokenAt } = await verifyChain(app.db.read);
	if (brokenAt !== null) {
		problems.push(`The audit trail does not hold from entry ${brokenAt} on`);
	}
	onStep('The receipts of claims …');
	for await (const problem of findReceiptProblems(app.db.read)) {
		problems.push(receiptLine(problem));
	}
	onStep('What is shown against its history …');
	problems.push(...(await findDisagreements(app.db.read)).map(disagreementLine));
	const { references } = await findFlowDifference(app.db.read);
	if (references.length > 0) problems.push(rollupLine(references));
	onStep('The files of evidence …');
	let files = 0;
	for await (const { sha256 } of listStoredFiles(app.db.read)) {
		const state = await app.files.verify(sha256);
		if (state !== 'intact') problems.push(`The file ${sha256} is ${state}`);
		files += 1;
	}
	const { infected, failed, none } = await readScanCounts(app);
	return { problems, entries, head, files, scans: { infected, failed, none } };
}

function disagreementLine({ reference, column, stored, byHistory }: Disagreement): string {
	return `${reference}: ${column} is ${shown(stored)}, and by its history ${shown(byHistory)}`;
}

/** One line, as one command mends all. */
function rollupLine(references: readonly string[]): string {
	return (
		`The daily counts behind the charts are not what the history says of ` +
		`${plural(references.length, 'assignment')}, such as ${references[0]}: ` +
		'npm run tracker -- rollups makes them again'
	);
}

function receiptLine({ key, what }: ReceiptProblem): string {
	return `The receipt ${key} ${RECEIPT_PROBLEMS[what]}`;
}

const RECEIPT_PROBLEMS: Readonly<Record<ReceiptProblem['what'], string>> = {
	content: 'does not say what was submitted',
	entry: 'names an entry of the audit trail that is not its claim'
};

function shown(value: unknown): string {
	return value === null ? 'nothing' : String(value);
}
