/** A step that a body plans: what will be done, and what it will show. Fits any kind of body. All invented. */
export type PlannedText = readonly [title: string, shows: string];

const ACTIONS: Readonly<Record<number, readonly PlannedText[]>> = {
	1: [
		[
			'Set out our own part in writing',
			'What we lead, what we support and what we leave to others.'
		],
		['Agree the wording with every partner', 'No task is claimed by two agencies or by none.'],
		['Test the division of tasks in an exercise', 'It holds at night and at weekends too.'],
		['Brief everybody whose part has changed', 'Personnel can say who leads in an everyday case.'],
		['Name an owner for the yearly review', 'The statement of roles does not grow old unnoticed.']
	],
	2: [
		['Write the terms of reference of the board', 'Who sits on it, what it decides and how often.'],
		['Agree one set of measures', 'Every agency counts the same thing in the same way.'],
		['Send the first complete return', 'The measures can be filled from systems that exist.'],
		['Follow every decision to its end', 'What the board decides is done, or comes back to it.']
	],
	3: [
		['Map the steps from first contact to a confirmed identity', 'Where time is lost, and why.'],
		[
			'Widen access to the systems that identification needs',
			'Every shift has somebody with access.'
		],
		[
			'Write a short guide for first contact',
			'Personnel ask and check the same things in one order.'
		],
		[
			'Train everybody who makes the checks',
			'Searches are made and noted without being asked for.'
		],
		['Sample records every month', 'Gaps are found by us before anybody else finds them.']
	],
	4: [
		['Agree one set of questions', 'Interviews can be compared, whoever held them.'],
		[
			'Brief interpreters on the purpose and its limits',
			'Nothing is lost, or promised, in translation.'
		],
		['Record every interview within a day', 'Analysts have it while it is of use.'],
		['Give interviewers feedback every month', 'They know what became of what they wrote down.']
	],
	5: [
		['List every route by which we share', 'Which are used, and which only exist on paper.'],
		['Renew the agreements that have lapsed', 'Personnel may share what they are asked to share.'],
		['Name a contact for nights and weekends', 'A request is answered at any hour.'],
		['Send through one route only', 'Nothing is sent by hand that a system could send.'],
		['Measure the time from writing to arrival', 'Whether sharing is quick, and where it waits.']
	],
	6: [
		[
			'Choose the questions that we answer together',
			'Analysts work on one picture and not on several.'
		],
		[
			'Give every analyst access to the shared workspace',
			'Nobody analyses what another has done already.'
		],
		['Publish the first joint assessment', 'Decision makers act on it, and say so.'],
		['Ask those who use it what was missing', 'The second one is better than the first.']
	],
	7: [
		['Write a guidance note on grading by threat', 'Harm to people counts as much as money.'],
		[
			'Set up a panel with a member from outside',
			'Grades are given in one way and can be explained.'
		],
		['Grade every group again', 'No grade is older than six months.'],
		['Train the owners of groups', 'An assessment says what the panel needs to know.'],
		['Compare a sample with another body', 'Others would give the same grades.']
	],
	8: [
		['Look back at the incidents of a year', 'Which could have been investigated, and were not.'],
		['Decide each week who investigates', 'A reason is on record where nobody does.'],
		['Train a lead in every team', 'Somebody on duty knows what can be done.'],
		['Agree with partners how referrals reach us', 'Nothing waits for an answer that nobody owes.'],
		['Review closed cases with a prosecutor', 'What would have made the case stronger.']
	],
	9: [
		['Review arrangements with every counterpart', 'Which are used, and what would help most.'],
		['Fill the liaison posts that are vacant', 'A counterpart has somebody to speak to.'],
		['Set a standard for answers', 'Requests are answered within ten days.'],
		['Agree a yearly plan with each counterpart', 'Both sides count results in the same way.']
	],
	10: [
		['Work out who needs which course', 'Places go first to those who need them most.'],
		['Book the priority roles into duty time', 'Take-up does not depend on spare time.'],
		['Add local examples to the course', 'Personnel recognise their own work in it.'],
		['Ask after three months what has changed', 'Training has an effect on practice.'],
		['Make the course part of the induction', 'New joiners are trained in their first month.']
	]
};

export const MOVED_REASONS = [
	'The trainers were needed for an operation; the course has a new date.',
	'The supplier has given a later date, in writing.',
	'A partner asked for more time to comment, and its comments matter.',
	'The post was vacant for two months.'
];

export const DROPPED_REASONS = [
	'A partner already does this, and will do it for us too.',
	'The step before it showed that this would change nothing.',
	'Another step has taken its place: see the one that follows.'
];

export const REOPENED_REASON = 'Two teams had been left out. They are booked for next month.';

export function plannedTexts(recommendation: number): readonly PlannedText[] {
	const texts = ACTIONS[recommendation];
	if (!texts) throw new RangeError(`The sample plans nothing for recommendation ${recommendation}`);
	return texts;
}
