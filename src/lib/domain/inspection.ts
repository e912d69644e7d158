import type { PlainDate } from './plain-date.ts';

/** What is said of a published report when it comes into the register. */
export interface InspectionFacts {
	/** Begins every reference, like OIC in OIC-7. */
	readonly code: string;
	readonly title: string;
	readonly inspectorate: string;
	readonly publishedOn: PlainDate;
	/** Of the report. */
	readonly url: string;
	readonly licence: string;
}
