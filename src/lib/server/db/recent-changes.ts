import type Database from 'better-sqlite3';
import type { PlainDate } from '#lib/domain/plain-date.ts';
import { watchTriggers } from './watch-triggers.ts';

/** Where the register stands: two that are equal have nothing between them. */
export interface Mark {
	/** Another from each change by another process on, of which nothing more is known. */
	readonly epoch: number;
	/** How many changes of our own are known. */
	readonly changes: number;
}

/** What this process changed, by recommendation; null where it is not of one recommendation alone. */
interface Change {
	readonly recommendation: number | null;
	/** From which day on it tells; '' for all days, and a day that never comes for none of the past. */
	readonly onDay: string;
}

/** So many are kept at most. Whoever looks less often counts everything again. */
const KEPT = 2000;

export interface RecentChanges {
	mark(): Mark;
	/**
	 * Which recommendations something was changed of since then; null where it may be any.
	 * @param until what tells of later days alone is left out
	 */
	since(mark: Mark, until: PlainDate | null): ReadonlySet<number> | null;
	/** To be called after each commit and each rollback of the writer. */
	collect(): void;
}

/**
 * Keeps what the writer connection changes. SQLite itself notes it, by temporary triggers on every table that is
 * counted: no change has to know what depends on it, and what is rolled back is rolled back there too. What other
 * processes change is only known to have happened.
 */
export function watchChanges(writer: Database.Database): RecentChanges {
	const others = writer.prepare<[], number>('pragma data_version').pluck();
	const own = writer.prepare<[], number>('select total_changes()').pluck();
	const known: Change[] = [];
	let forgotten = 0;
	let epoch = 0;
	let version = others.get()!;
	let collected = -1;
	let noted: ReturnType<typeof openNotes> | undefined;

	function collect(): void {
		if (!noted || writer.inTransaction) return;
		if (own.get() === collected) return;
		known.push(...noted.take());
		collected = own.get()!;
		const surplus = known.length - KEPT;
		if (surplus <= 0) return;
		known.splice(0, surplus);
		forgotten += surplus;
	}

	return {
		collect,
		mark() {
			if (!noted && !writer.inTransaction) noted = openNotes(writer);
			collect();
			const now = others.get()!;
			// Before the notes were opened nothing was noted.
			if (now !== version || !noted) epoch += 1;
			version = now;
			return { epoch, changes: forgotten + known.length };
		},
		since(mark, until) {
			if (mark.epoch !== epoch || mark.changes < forgotten) return null;
			const recommendations = new Set<number>();
			for (const { recommendation, onDay } of known.slice(mark.changes - forgotten)) {
				if (until !== null && onDay > until) continue;
				if (recommendation === null) return null;
				recommendations.add(recommendation);
			}
			return recommendations;
		}
	};
}

/** Temporary, which is of this connection alone and in memory. */
function openNotes(writer: Database.Database) {
	writer.exec('create temp table noted_change (recommendation_id integer, on_day text not null)');
	for (const trigger of watchTriggers()) writer.exec(trigger);
	const read = writer.prepare<[], Change>(
		'select distinct recommendation_id as recommendation, on_day as onDay from temp.noted_change'
	);
	const clear = writer.prepare('delete from temp.noted_change');
	return {
		take(): Change[] {
			const changes = read.all();
			if (changes.length > 0) clear.run();
			return changes;
		}
	};
}
