import { recommendationPart } from '#lib/server/db/schema/tables.ts';
import { recordParts } from '#lib/server/services/part-changes.ts';
import { desc } from 'drizzle-orm';
import type { Command } from './commands.ts';
import { aPart } from './plan-facts.ts';
import type { TestApp } from './test-app.ts';

/** What an organisation says of the parts of a recommendation. */
export const PART_COMMANDS: readonly Command[] = [
	{
		name: 'record the parts',
		action: 'record-parts',
		from: 'in-progress',
		form: 'stamp',
		fields: [['note', 'part_change', 'note']],
		prepare: ({ app, staged }) => aPart(app, staged),
		run: async ({ app, actor, staged, form, typed }) =>
			recordParts(app, actor, staged, {
				...form,
				parts: [{ partId: await latestPart(app), isMet: true, note: typed('note') }]
			})
	}
];

async function latestPart(app: TestApp): Promise<number> {
	const [row] = await app.db.read
		.select({ id: recommendationPart.id })
		.from(recommendationPart)
		.orderBy(desc(recommendationPart.id))
		.limit(1);
	return row!.id;
}
