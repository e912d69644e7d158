import type { Actor } from '#lib/domain/actor.ts';
import { plainDate } from '#lib/domain/plain-date.ts';
import { inspection } from '#lib/server/db/schema/inspection.ts';
import { wordingLoad, wordingLoadItem } from '#lib/server/db/schema/wording-load.ts';
import { eq } from 'drizzle-orm';
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
