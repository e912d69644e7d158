import type { Context } from '../db/context.ts';
import {
	findFlowDifference,
	writeFlowByHistory,
	type FlowDifference
} from '../db/queries/daily-flow-check.ts';

/**
 * Puts the kept daily counts right where they differ from the history, in one transaction. Nothing is entered
 * in the audit trail: what is counted is the history, and that stays as it is.
 * @returns what was wrong, and how many rows there are now
 */
export function rebuildRollups({
	db
}: Context): Promise<{ readonly found: FlowDifference; readonly rows: number }> {
	return db.write(async (tx) => {
		const found = await findFlowDifference(tx);
		return { found, rows: await writeFlowByHistory(tx) };
	});
}
