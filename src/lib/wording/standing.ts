import type { Standing, StandingField } from '#lib/domain/standing.ts';

const OVERDUE_WORDS = {
	'up-to-30': 'Up to 30 days',
	'31-to-90': '31 to 90 days',
	'91-to-180': '91 to 180 days',
	'over-180': 'Over 180 days'
} as const;

/** The answers of each question, as they stand beside a bar and in a filter. */
export const STANDING_WORDING = {
	overdueFor: OVERDUE_WORDS,
	originallyOverdueFor: OVERDUE_WORDS,
	dueWithin: {
		'up-to-30': 'In the next 30 days',
		'31-to-60': '31 to 60 days',
		'61-to-90': '61 to 90 days',
		'over-90': 'Later',
		'no-date': 'No deadline set'
	},
	claimedFor: {
		'under-14': 'Under 14 days',
		'14-to-28': '14 to 28 days',
		'29-to-56': '29 to 56 days',
		'over-56': 'Over 56 days'
	},
	evidence: {
		uploaded: 'Uploaded',
		sighted: 'Sighted',
		linked: 'Link',
		asserted: 'Assertion only'
	},
	firstDecision: { confirmed: 'Confirmed at once', returned: 'Returned first' }
} as const satisfies {
	[Field in Exclude<StandingField, 'acceptance'>]: Record<keyof Standing[Field], string>;
};
