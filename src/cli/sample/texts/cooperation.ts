import type { Theme } from './theme.ts';

export const OVERSEAS_THEME: Theme = {
	begin: [
		'We reviewed our arrangements with counterparts in {a} countries and which of them are used.',
		'Liaison officers were asked in {month} what would help them most. Quicker answers came first.'
	],
	middle: [
		'A standard for answering requests from counterparts is on trial: {b} per cent were answered within ten days in {month}.',
		'Two more liaison posts have been filled. A third is delayed by accommodation.',
		'A joint training day with a counterpart took place in {month}; {b} personnel attended, about half from each side.',
		'Negotiation of a memorandum continues. Data protection is the point still open.',
		'We have agreed a yearly plan with {a} counterparts, with measures that both sides count in the same way.',
		'Translation was a bottleneck. A framework contract now covers {a} languages.',
		'The pause in travel during {month} put visits back by a month. Video calls filled part of the gap.'
	],
	late: [
		'Requests from counterparts have been answered within ten days in {b} per cent of cases for a quarter.',
		'The yearly plans were reviewed with {a} counterparts, each of whom confirmed the figures.'
	],
	claim: [
		'Cooperation has a plan with each of {a} counterparts, a standard for answers that is met, and liaison posts that are filled. Counterparts have confirmed the figures.'
	],
	milestones: ['Memorandum signed', 'Third liaison post filled', 'Yearly review with counterparts'],
	evidence: [
		[
			'Yearly plan with counterparts, summary',
			'What both sides have agreed to do and how it is counted.'
		],
		['Times to answer requests', 'Requests from counterparts are answered within the standard.']
	]
};

export const TRAINING_THEME: Theme = {
	begin: [
		'We checked who needs which course: {b} personnel in {a} roles.',
		'Our learning and development team put the national course into the yearly plan in {month}.',
		'A lead was named for training on organised immigration crime, with a target for each command.',
		'The first {a} places were booked. Priority goes to control room and response supervisors.'
	],
	middle: [
		'{done} of {b} personnel in the priority roles have finished the online course.',
		'Take-up is slow in response teams because of abstractions. Supervisors may now book it into duty time.',
		'We ran {a} half-day sessions in {month}. Feedback was good; most asked for more local examples.',
		'The online course did not work on the older tablets. Our IT department found a way round it.',
		'A short video by our own officers brought {b} enrolments in its first week.',
		'The Welsh-language version, “Adnabod, cofnodi, rhannu”, went to every station from Llanfairpwllgwyngyll to Tŷ Ddewi.',
		'New joiners now take the course in their first month. The {month} intake was the first.',
		'We ask three months later what has changed in practice. {done} of {b} could name something.',
		'Records of who has been trained were kept in three places. They are now in one, and {a} gaps came to light.',
		'Two trainers have left. Until they are replaced, the regional unit lends us one day a week.',
		'Managers see a monthly list of who is still to be trained. It has concentrated minds.'
	],
	late: [
		'{b} of those in priority roles have been trained; the rest are on long-term leave or booked.',
		'The course is part of the induction and of the yearly refresher, so that take-up no longer depends on reminders.',
		'Knowledge was tested before and after: the average rose from half to four fifths of the marks.'
	],
	claim: [
		'All {b} personnel in priority roles have taken the course or are booked. It is part of induction and refresher, and a follow-up after three months shows that it is used.',
		'Take-up rose from {a} to {done} of {b} in a year. Records are in one place, managers see who is missing, and the course has a place in the yearly plan.',
		'Training is in place for every priority role, with results of tests before and after. {a} trainers are qualified to keep it going.'
	],
	returned: [
		'Training records show who was booked, not who attended. Please send attendance.',
		'Attendance is good at headquarters. For response teams, who are the ones meant, no figures are given.'
	],
	milestones: [
		'Nine in ten trained in priority roles',
		'Trainer posts filled',
		'Follow-up after three months',
		'Course in the yearly refresher'
	],
	evidence: [
		['Training records by role, counts only', 'How many in each priority role have been trained.'],
		['Results of tests before and after', 'What was learned.'],
		['Yearly training plan, extract', 'The course has its place and its days.'],
		['Follow-up after three months', 'What participants do differently.']
	]
};
