import type { Theme } from './theme.ts';

export const ROLES_THEME: Theme = {
	begin: [
		'We have listed every team that works on organised immigration crime and asked each to set out what it believes its own part to be.',
		'A joint working group met for the first time in {month} to agree who leads, who supports and who is told.',
		'We compared the terms of reference of {a} existing groups and found overlaps that nobody had signed off.'
	],
	middle: [
		'A first draft of the roles and responsibilities went to {a} partners for comment; {b} comments came back and most concern the first 24 hours after an incident.',
		'Two agencies still describe the same task as theirs. The deputies meet in the coming month to settle it.',
		'We tested the draft against {a} past cases in a table-top exercise. It held in most; the gaps were in hand-over at night and at weekends.',
		'The draft now says for each task who decides, who acts and who has to be consulted, on one page.',
		'Legal advisers have confirmed that the division of tasks fits the statutory functions of each agency.',
		'Regional partners asked for a version that fits on a custody desk. It has been written and is with three forces for trial.',
		'The working group has agreed the wording for {done} of {b} tasks.'
	],
	late: [
		'The agreed statement of roles was signed by all agencies in {month} and is on each intranet.',
		'We asked {b} personnel in {a} agencies who leads in five everyday situations; nine in ten gave the agreed answer.',
		'A yearly review has been put into the calendar, with an owner in each agency.'
	],
	claim: [
		'Roles and responsibilities have been agreed, signed and published to all agencies, and a survey of {b} personnel shows that they are known. A yearly review has an owner.',
		'The statement of roles is in force. It has been tested in an exercise, briefed to every control room concerned, and built into {a} joint procedures.'
	],
	milestones: [
		'Signed statement of roles',
		'Second table-top exercise',
		'Survey of personnel reported'
	],
	evidence: [
		[
			'Statement of roles and responsibilities, signed',
			'Who leads, supports and is consulted for each task, agreed by all agencies.'
		],
		[
			'Notes of the table-top exercise',
			'The division of tasks was tested against past cases and what was changed afterwards.'
		],
		['Survey of personnel, summary', 'How well the agreed roles are known in each agency.']
	]
};

export const OVERSIGHT_THEME: Theme = {
	begin: [
		'We have set up a board with the agencies concerned, which meets every six weeks and has a standing item on organised immigration crime.',
		'We reviewed which meetings look at this work today: {a} do, and none sees the whole.',
		'Terms of reference for an oversight board were drafted in {month} and sent to the agencies.'
	],
	middle: [
		'The board has met {a} times. Attendance by deputies rather than members was a problem at first and has been raised with each agency.',
		'A single set of {a} measures has been agreed; two of them cannot yet be filled from existing systems.',
		'Each agency now gives a short return before every meeting. {b} per cent arrived on time last quarter.',
		'The board asked for a deep dive into one measure each meeting, so that fewer figures are read in more detail.',
		'We have moved the priority of organised immigration crime into the yearly planning round, with a named lead.',
		'Actions from the board are tracked; {done} of {b} were closed by the date agreed.',
		'Internal audit looked at how the board works and made {a} suggestions, all accepted.'
	],
	late: [
		'Four meetings in a row had full attendance and returns from all agencies.',
		'The yearly plan names organised immigration crime as a priority and says how it will be measured.',
		'Two decisions of the board changed how an agency deployed its people, which is what it was set up to do.'
	],
	claim: [
		'The oversight board has met regularly with all agencies present, uses one agreed set of measures, and its decisions are tracked to their end. {b} actions have been closed.',
		'Oversight is in place: terms of reference, measures, returns and minutes are in evidence, and the priority stands in the published plan.'
	],
	milestones: [
		'Measures filled from all systems',
		'Board reviews its own working',
		'Priority in the yearly plan'
	],
	evidence: [
		[
			'Terms of reference of the oversight board',
			'Who sits on the board, what it decides and how often it meets.'
		],
		[
			'Minutes of the last four meetings',
			'The board meets, all agencies attend, and actions are followed up.'
		],
		['Set of measures, latest return', 'Agencies report against one agreed set of measures.']
	]
};
