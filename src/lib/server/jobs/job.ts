import type { Logger } from 'pino';
import type { MailContext } from '../mail/deliver.ts';
import type { ScanContext } from '../services/file-scans.ts';

/** What jobs run on: the app. */
export interface JobContext extends MailContext, ScanContext {
	readonly log: Logger;
}

export interface Job {
	/** As the command line calls it. */
	readonly name: string;
	/** One line for the list. */
	readonly summary: string;
	/** When, as five fields of cron; London's clock. */
	readonly pattern: string;
	/** How often at most: each run is claimed for the minute or the day that it is in. */
	readonly every: 'minute' | 'day';
	/** Looks whether there is anything to do, so that a run without work leaves no row. */
	readonly isNeeded?: (context: JobContext) => Promise<boolean>;
	/** Does the work, and says in one line what it came to. */
	readonly run: (context: JobContext, turn: Turn) => Promise<string>;
}

/** What a run is told about itself. */
export interface Turn {
	/** Somebody asked for it now, and does not want to wait for what was put off. */
	readonly isByHand: boolean;
	/**
	 * Asked between two pieces of work: whether to leave the rest to the next run, because this one has
	 * taken its time or the service stops.
	 */
	readonly isOver: () => boolean;
}
