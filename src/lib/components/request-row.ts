import type { PlainDate } from '#lib/domain/plain-date.ts';

/** What every queue of requests shows of one. */
export interface RequestRow {
	readonly reference: string;
	readonly title: string;
	readonly organisationCode: string;
	readonly organisationName: string;
	readonly askedOn: PlainDate;
	readonly askedBy: string;
	readonly days: number;
	/** Whether the reader asked. */
	readonly isOwn: boolean;
}
