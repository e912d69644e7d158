import type { Context } from '../db/context.ts';
import {
	assignmentSpans,
	countFlowRows,
	findFlowDifference,
	writeFlowByHistory,
	type FlowDifference
} from '../db/queries/daily-flow-check.ts';

/** So many assignments in one transaction: some 40 ms where all was wrong, for which whoever writes has to wait. */
const AT_A_TIME = 100;

/**
 * Puts the kept daily counts right where they differ from the history. Assignments are looked at a few at a time,
 * without a lock, and only those that differ are put right, in a transaction that looks again: the counts of one
 * assignment come from its own history alone, so others may write in between. Nothing is entered in the audit
 * trail: what is counted is the history, and that stays as it is.
 * @returns what was wrong, and how many rows there are now
 */
export async function rebuildRollups(
	{ db }: Context,
	atATime = AT_A_TIME
): Promise<{ readonly found: FlowDifference; readonly rows: number }> {
	const differences: FlowDifference[] = [];
	for (const span of await assignmentSpans(db.read, atATime)) {
		const { references } = await findFlowDifference(db.read, span);
		if (references.length === 0) continue;
		const found = await db.write(async (tx) => {
			const difference = await findFlowDifference(tx, span);
			await writeFlowByHistory(tx, span);
			return difference;
		});
		differences.push(found);
	}
	return { found: addUp(differences), rows: await countFlowRows(db.read) };
}

function addUp(differences: readonly FlowDifference[]): FlowDifference {
	const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
	return {
		missing: sum(differences.map(({ missing }) => missing)),
		surplus: sum(differences.map(({ surplus }) => surplus)),
		references: differences.flatMap(({ references }) => references)
	};
}
