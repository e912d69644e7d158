import type { OwedOutcome } from '#lib/domain/reporting-rhythm.ts';
import { londonDay } from '#lib/domain/plain-date.ts';
import { settleOwed } from '#lib/server/db/queries/owed-update.ts';
import type { TestApp } from './test-app.ts';

/** What became of the update that the running period asks of an assignment. */
export function setOutcome(
	app: TestApp,
	{ id }: { readonly id: number },
	outcome: OwedOutcome
): Promise<void> {
	const today = londonDay(app.clock.now());
	return app.db.write((tx) => settleOwed(tx, id, outcome, today));
}
