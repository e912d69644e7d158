import type { Actor } from '#lib/domain/actor.ts';
import { plainDate } from '#lib/domain/plain-date.ts';
import { inspection } from '#lib/server/db/schema/inspection.ts';
import { wordingLoad, wordingLoadItem } from '#lib/server/db/schema/wording-load.ts';
import { readAcceptance } from '#lib/server/reads/wording-loads.ts';
import { acceptWording, type AcceptCommand } from '#lib/server/services/wording-acceptance.ts';
import { loadWording, type LoadCommand } from '#lib/server/services/wording-loads.ts';
import { eq } from 'drizzle-orm';
import { aKey } from './assignment-facts.ts';
import type { TestApp } from './test-app.ts';

let loads = 0;

/** Wording of one recommendation as somebody loaded it, without a line of the trail. */
export async function aWordingLoad(app: TestApp, loader: Actor, number = 7): Promise<string> {
	loads += 1;
	const key = `wording-${loads}`;
	const sourceText = `R${number} Kent Police should begin.`;
	await app.db.write(async (tx) => {
		const [about] = await tx.select().from(inspection).where(eq(inspection.code, 'OIC'));
		const [made] = await tx
			.insert(wordingLoad)
			.values({
				...{ key, inspectionId: about!.id, source: 'The report', sourceText },
				...{ sourceUrl: 'https://example.test/report', retrievedOn: plainDate('2026-03-01') },
				...{ loadedBy: loader.personId, loadedAt: app.clock.now() }
			})
			.returning({ id: wordingLoad.id });
		await tx.insert(wordingLoadItem).values({
			...{ loadId: made!.id, position: 1, number, sourceText, text: 'Kent Police should begin.' },
			...{ organisations: '["KENT"]', parts: '[]', unread: '[]' }
		});
	});
	return key;
}

/** Loads wording through its service, of the register's own inspection where nothing else is said. */
export function loadsWording(
	app: TestApp,
	actor: Actor,
	part: Partial<LoadCommand> = {}
): Promise<string> {
	return loadWording(app, actor, {
		...{ inspection: 'OIC', source: 'The report', sourceUrl: 'https://example.test/report' },
		...{ retrievedOn: plainDate('2026-03-01'), sourceText: 'R7 Kent Police should begin.' },
		...{ submissionKey: aKey(), ...part }
	});
}

/** Accepts it as it stands, with none of the offers but those named. */
export async function acceptsWording(
	app: TestApp,
	actor: Actor,
	key: string,
	part: Partial<AcceptCommand> = {}
): Promise<void> {
	const { seen, version } = await readAcceptance(app, actor, key);
	const stamp = { seen, version, submissionKey: aKey() };
	await acceptWording(app, actor, key, { ...stamp, add: [], withdraw: [], ...part });
}
