// What good looks like, for each recommendation by its number. All invented for the sample, and each text says
// that it is a sample criterion: none of it is the inspectorate's.

const CRITERIA: Readonly<Record<number, readonly string[]>> = {
	1: [
		'Sample criterion: a published page says who leads on each kind of case, and names the post.',
		'Sample criterion: front-line teams that are asked know whom to call, by day and by night.',
		'Sample criterion: cases that fell between two bodies in the last quarter were looked at, and the gap closed.'
	],
	2: [
		'Sample criterion: a board meets at least every quarter, with minutes that record decisions.',
		'Sample criterion: the same measures are reported every time, so that change can be seen.'
	],
	3: [
		'Sample criterion: every custody suite and port office has equipment that works, checked every month.',
		'Sample criterion: in a sample of records, identity was checked in at least nine of ten cases.',
		'Sample criterion: where it was not checked, the record says why.'
	],
	4: [
		'Sample criterion: officers have a short list of what to ask and to look for, and it is in use.',
		'Sample criterion: the number of intelligence reports on this crime is known for each team and month.'
	],
	5: [
		'Sample criterion: an agreement says what is shared with whom, and within how many days.',
		'Sample criterion: requests from partners are answered in that time in nine of ten cases.',
		'Sample criterion: what was refused is counted, with the reason.'
	],
	6: [
		'Sample criterion: an assessment of the last twelve months is written, and leaders have discussed it.',
		'Sample criterion: at least one operation of the last year began with that assessment.'
	],
	7: [
		'Sample criterion: every group that is known has a grade that is less than three months old.',
		'Sample criterion: no group is graded low without a reason that somebody senior has signed.',
		'Sample criterion: the groups with the highest grades each have a named lead and a plan.'
	],
	8: [
		'Sample criterion: every plan against a group names what will be done next, by whom and by when.',
		'Sample criterion: disruptions are recorded in the same way by all teams, with what came of them.'
	],
	9: [
		'Sample criterion: a named post answers requests from abroad, and has a deputy.',
		'Sample criterion: joint work with other countries is reviewed once a year, and what was learned is used.'
	],
	10: [
		'Sample criterion: the training record shows nine of ten of those who need the training have had it.',
		'Sample criterion: a check some months later shows that people use what they learned.'
	]
};

/** Why an inspector finds a criterion not, or not fully, met. */
export const MISSING = [
	'The records cover three months; we would expect to see six.',
	'Two teams of the sample could not show it.',
	'What we saw is a draft that nobody has approved yet.',
	'The evidence describes the plan, not what was done.',
	'The figures are of one area. We need them for the whole organisation.',
	'This was right in the newer cases and wrong in the older ones.'
] as const;

/** Why it is confirmed although something is left. */
export const CONFIRMED_ALTHOUGH = [
	'What is left is small, has a date, and will be seen when this is looked at again.',
	'The one gap is outside the organisation and was raised with those who can close it.'
] as const;

/** The invented criteria of a recommendation, by its number. */
export function criterionTexts(recommendation: number): readonly string[] {
	const texts = CRITERIA[recommendation];
	if (!texts)
		throw new RangeError(`The sample has no criteria for recommendation ${recommendation}`);
	return texts;
}

export const NUMBERS_WITH_CRITERIA = Object.keys(CRITERIA).map(Number);
