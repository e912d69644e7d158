import type { Random } from './random.ts';

// Invented, neutral and of the length that people write: three to six sentences an update.

const SENTENCES = [
	'The working group met and agreed who will carry each part of this forward.',
	'Personnel in the control room have been briefed and the guidance is on the intranet.',
	'A review of the last quarter’s records found that most followed the new procedure.',
	'We have asked the regional unit for its view before the policy is signed off.',
	'Training was given to a further group of officers and is booked for the rest.',
	'The dip sample showed an improvement, though recording is still uneven between districts.',
	'The procurement of the new system is delayed by about six weeks.',
	'The policy was approved by the chief officer team and takes effect next month.',
	'Two posts in the team are vacant and recruitment has begun.',
	'The data quality issue raised last time has been traced to one form, which was changed.',
	'The peer review took place and its report is expected before the end of the quarter.',
	'Work with partner agencies goes on; a shared protocol is in draft.',
	'The lead has visited each district to hear how the change works in practice.',
	'An internal audit confirmed that the step described last time was carried out.'
] as const;

const FIRST = ['Alex', 'Sam', 'Priya', 'Tom', 'Grace', 'Owen', 'Leila', 'Ruth', 'Kofi', 'Nia'];
const LAST = [
	'Adeyemi',
	'Bennett',
	'Clarke',
	'Davies',
	'Evans',
	'Farrow',
	'Hughes',
	'Khan',
	'Lewis',
	'Morgan',
	'Patel',
	'Reid',
	'Singh',
	'Turner',
	'Walsh'
];

const SUBJECTS = [
	'the handling of first reports',
	'intelligence sharing between agencies',
	'training for frontline personnel',
	'the grading of risk',
	'oversight by chief officers',
	'the use of national databases',
	'support for victims',
	'recording and data quality'
];

export function narrative(random: Random): string {
	return sentences(random, random.between(3, 6));
}

export function shortText(random: Random): string {
	return sentences(random, random.between(1, 2));
}

export function personName(random: Random): string {
	return `${random.pick(FIRST)} ${random.pick(LAST)}`;
}

export function subject(random: Random): string {
	return random.pick(SUBJECTS);
}

function sentences(random: Random, howMany: number): string {
	return Array.from({ length: howMany }, () => random.pick(SENTENCES)).join(' ');
}
