import type { Actor } from '#lib/domain/actor.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import type { WorkbookRow } from '#lib/domain/workbook.ts';
import { parseWorkbookChange, type WorkbookCommand } from '#lib/forms/workbook.ts';
import { readReturnedChange, type ReturnedChange } from '../../reads/workbook-return.ts';
import { stepAction } from '../../services/action-moves.ts';
import { askExtension } from '../../services/extensions.ts';
import { addUpdate } from '../../services/progress-updates.ts';
import { noteWorkbookChange } from '../../services/workbooks.ts';

type Context = Parameters<typeof addUpdate>[0];

/** A change that is to be accepted, as the page that was looked at showed it. */
export interface Chosen {
	readonly position: number;
	/** The version of what it is about. */
	readonly version: number;
}

export interface Outcome {
	readonly accepted: number;
	/** What the register did not take, by the code of its refusal. */
	readonly notTaken: readonly { readonly position: number; readonly code: string }[];
}

/**
 * Carries out what a returned workbook asks for, each by the service of the form that does the same: with its
 * rights, its trail and its guard against doing it twice. What cannot be done is said, and stays open.
 * @throws Refusal 'not-found' or 'not-allowed'
 */
export async function acceptChanges(
	context: Context,
	actor: Actor,
	key: string,
	chosen: readonly Chosen[]
): Promise<Outcome> {
	let accepted = 0;
	const notTaken: { position: number; code: string }[] = [];
	/** An update and a request of one row: the second is not overtaken by the first. */
	const own = new Map<string, number>();
	for (const { position, version } of chosen) {
		const { change, organisation } = await readReturnedChange(context, actor, key, position);
		if (!change || change.decision !== null) continue;
		const name = { key, position };
		const now = Number(change.now?.['version'] ?? version);
		const seen = own.get(change.subject) === now ? now : version;
		try {
			await carryOut(context, actor, organisation.code, change, seen, `${key}-${position}`);
			own.set(change.subject, seen + 1);
		} catch (thrown) {
			if (!(thrown instanceof Refusal)) throw thrown;
			if (thrown.code !== 'already-submitted') {
				notTaken.push({ position, code: thrown.code });
				await noteWorkbookChange(context, actor, name, { refusal: thrown.code });
				continue;
			}
		}
		await noteWorkbookChange(context, actor, name, { decision: 'accepted' });
		accepted += 1;
	}
	return { accepted, notTaken };
}

/** Notes that what was chosen is not taken into the register. */
export async function refuseChanges(
	context: Context,
	actor: Actor,
	key: string,
	positions: readonly number[]
): Promise<void> {
	for (const position of positions) {
		await noteWorkbookChange(context, actor, { key, position }, { decision: 'refused' });
	}
}

async function carryOut(
	context: Context,
	actor: Actor,
	organisation: string,
	change: ReturnedChange,
	version: number,
	submissionKey: string
): Promise<void> {
	const parsed = parseWorkbookChange(change.kind, change.theirs, { version, submissionKey });
	if (!parsed.ok)
		throw new Refusal('workbook-cell', { facts: { message: parsed.problems[0]?.message } });
	const name = { reference: referenceOf(change), organisation };
	await send(context, actor, name, change.subject, parsed.command);
}

async function send(
	context: Context,
	actor: Actor,
	name: { reference: string; organisation: string },
	subject: string,
	command: WorkbookCommand
): Promise<void> {
	switch (command.kind) {
		case 'update':
			return addUpdate(context, actor, name, command.form);
		case 'extension':
			return askExtension(context, actor, name, command.form);
		case 'action':
			return stepAction(context, actor, { ...name, action: subject }, command.form);
	}
}

/** 'OIC-7' of the assignment that a change is about, or whose action it is. */
function referenceOf({
	kind,
	subject,
	before
}: {
	kind: string;
	subject: string;
	before: WorkbookRow;
}) {
	const assignment = kind === 'action' ? (before['assignment'] ?? '') : subject;
	return assignment.split('/', 1)[0] ?? '';
}
