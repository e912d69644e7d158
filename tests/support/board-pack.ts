import type { Actor } from '#lib/domain/actor.ts';
import { plainDate } from '#lib/domain/plain-date.ts';
import { issueBoardPack } from '#lib/server/exchange/board-pack.ts';
import { preparePack, type PreparePackCommand } from '#lib/server/services/board-packs.ts';
import { aKey } from './assignment-facts.ts';
import { rowsOf } from './database.ts';
import { TEST_DAY, type TestApp } from './test-app.ts';

/** A draft of the whole inspection, unless `facts` name a body. */
export function aPack(
	app: TestApp,
	actor: Actor,
	facts: Partial<PreparePackCommand> = {}
): Promise<string> {
	return preparePack(app, actor, {
		...{ meeting: 'National Policing Board', meetingOn: plainDate('2026-03-20') },
		...{ asAt: plainDate(TEST_DAY), purpose: 'note', marking: 'official' },
		submissionKey: aKey(),
		...facts
	});
}

/** The form of a pack as a page would show it now. */
export function aPackForm(app: TestApp, key: string) {
	const row = rowsOf(app, 'board_pack').find((one) => one.key === key);
	return { version: Number(row!.version), submissionKey: aKey() };
}

/** Prepares a pack and issues it. */
export async function anIssuedPack(
	app: TestApp,
	actor: Actor,
	facts: Partial<PreparePackCommand> = {}
): Promise<string> {
	const key = await aPack(app, actor, facts);
	await issueBoardPack(app, actor, key, aPackForm(app, key));
	return key;
}
