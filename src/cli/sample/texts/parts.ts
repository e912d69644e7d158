/** A lettered part: what it asks for, and what an owner may say shows it. All invented, and each text says so. */
export interface PartText {
	readonly label: string;
	readonly text: string;
	readonly notes: readonly string[];
}

const PARTS: Readonly<Record<number, readonly PartText[]>> = {
	7: [
		{
			label: 'a',
			text: 'Invented for the sample: every known group has a grade, and each grade has a written reason.',
			notes: [
				'All groups on our list were graded at the monthly meeting, each with its reason.',
				'The last group without a grade was graded this week.',
				'The list was checked line by line: no grade is without a reason.'
			]
		},
		{
			label: 'b',
			text: 'Invented for the sample: grades are looked at again when something new is known, and every quarter.',
			notes: [
				'The quarterly look at all grades has been held twice.',
				'New information now brings a group back to the meeting by itself.',
				'The calendar of reviews is set for the year, and the first was held.'
			]
		},
		{
			label: 'c',
			text: 'Invented for the sample: somebody who does not set the grades checks a sample of them.',
			notes: [
				'Internal audit checked a sample of twelve grades and agreed with all but one.',
				'A neighbour checked our grades, and we checked theirs.',
				'The first sample was checked by a team that sets no grades.'
			]
		}
	],
	10: [
		{
			label: 'a',
			text: 'Invented for the sample: a named post knows who needs which training.',
			notes: [
				'The list of roles and of the training each needs is kept by the workforce lead.',
				'The training plan names the post that keeps it.',
				'Who needs what is now on the learning system.'
			]
		},
		{
			label: 'b',
			text: 'Invented for the sample: those who meet this crime in their daily work have done the training.',
			notes: [
				'All but those on long leave have done it.',
				'The learning system shows the target reached.',
				'The last two teams finished this month.'
			]
		},
		{
			label: 'c',
			text: 'Invented for the sample: what was learned is checked, and those who missed it are followed up.',
			notes: [
				'A short test follows the training, and managers get the list of absences.',
				'Those who missed it were booked on the next course.',
				'A survey after three months shows what has stayed.'
			]
		}
	]
};

export const TAKEN_BACK = [
	'The review found gaps in the sample that was taken.',
	'Two teams had been counted that had not finished.',
	'The records did not bear it out when they were looked at again.'
];

export const MET_AGAIN = [
	'The gaps that were found have been closed.',
	'Checked again, with records for every team.',
	'Done properly this time, with a sample to show it.'
];

/** The invented parts of a recommendation, by its number; empty for most. */
export function partTexts(recommendation: number): readonly PartText[] {
	return PARTS[recommendation] ?? [];
}

/** The recommendations to which the sample gives parts, by number. */
export const NUMBERS_WITH_PARTS = Object.keys(PARTS).map(Number);
