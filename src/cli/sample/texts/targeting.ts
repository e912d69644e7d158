import type { Theme } from './theme.ts';

export const GRADING_THEME: Theme = {
	begin: [
		'We have begun to look again at how each group is graded, starting with those graded lowest.',
		'A panel of {a} was set up in {month} to grade by threat, with a member from the regional unit.',
		'We compared our grading with that of {a} neighbouring organisations and found that we use the guidance differently.',
		'The lead for organised crime has written to all owners of groups to ask for a fresh assessment.'
	],
	middle: [
		'{done} of {b} groups have been graded again. The grade changed for about a third, upwards in most cases.',
		'The panel meets monthly. Its notes now say why a grade was given, which they did not before.',
		'Grading now takes account of harm to people who are moved, not only of drugs and money.',
		'Owners were slow to send assessments at first. A reminder from the assistant chief constable helped: {done} of {b} have arrived.',
		'We sampled {a} grades with a neighbouring force. In most we agreed; the differences led to a clearer note on vulnerability.',
		'The system shows when a grade is older than six months. {b} were, and {a} remain.',
		'New owners receive a half-day’s introduction to grading. {a} have been through it since {month}.',
		'The panel asked for better information on online recruitment before it will grade {a} groups. It is expected next month.',
		'Capacity is the main risk: two analysts cover the work of three, and recruitment has been approved.',
		'We agreed with the regional unit who grades groups that cross our borders.',
		'A higher grade has to lead to something. Each regraded group now has a plan with an owner and a review date.'
	],
	late: [
		'All {b} groups have been graded again by the panel, and none is older than six months.',
		'A second sample with a neighbouring force found agreement in all but {a} grades.',
		'Grades are on the agenda of the monthly tasking meeting, with the oldest shown first.'
	],
	claim: [
		'All {b} groups were graded again by threat, by a panel with a regional member. Reasons are recorded, {a} grades changed, and the tasking meeting sees the oldest each month.',
		'Grading by threat is now how we work: panel, guidance note, training of owners and a six-month limit are in place, and an outside sample of {a} grades agreed with ours.',
		'Every group has a current grade with its reasons and a plan that follows from it. The regional unit has looked at {a} of them with us.'
	],
	milestones: [
		'All groups graded again',
		'Sample with a neighbouring force',
		'Analyst post filled',
		'Guidance note approved',
		'No grade older than six months'
	],
	evidence: [
		['Guidance note on grading by threat', 'How grades are given, and that harm to people counts.'],
		['Panel notes, last quarter', 'Reasons are recorded for each grade. Names of groups removed.'],
		[
			'Grades before and after review, counts only',
			'How many grades changed and in which direction.'
		],
		['Sample of grades with a neighbouring force', 'Whether others grade the same cases as we do.'],
		['Age of grades, by month', 'No grade is older than six months.']
	]
};

export const DISRUPTION_THEME: Theme = {
	begin: [
		'We looked back at {b} incidents of the past year and asked of each whether an investigation could have been opened.',
		'A weekly meeting now decides for each incident who investigates, or records why nobody does.',
		'A detective inspector was named in {month} as lead for opportunities to investigate.',
		'We agreed with partners how referrals reach us, and who answers.'
	],
	middle: [
		'The weekly meeting has looked at {b} incidents since it began and opened an investigation in {a}.',
		'Where nothing is opened the reason is now recorded. The commonest is that evidence was not secured in the first hour; training addresses this.',
		'We used civil powers together with the local authority for the first time, at {a} addresses.',
		'Financial investigators now see every case in its first week. They have taken on {a}.',
		'Joint days of action took place in {month} with {a} partners. What was learned has been written down.',
		'A review by a detective superintendent from another force made {a} suggestions. {b} actions follow from them.',
		'Demand on digital forensics delays cases by about {a} weeks. A triage by urgency began in {month}.',
		'Frontline supervisors asked for examples of what good looks like. Five anonymised cases are on the intranet.',
		'Disruptions are now recorded in one way, with what each achieved. Earlier records were not comparable.',
		'We have a duty rota so that a trained investigator can advise at any hour; it has been used {b} times.',
		'Prosecutors give early advice by appointment twice a week, which has shortened the way to a decision.'
	],
	late: [
		'Every incident of the last quarter has a decision and a reason: {b} in all, {a} of them investigations.',
		'The look-back was repeated. This time {a} of {b} incidents left an opportunity unused, and each has been explained.',
		'The rota, the weekly meeting and early advice have run for six months without a gap.'
	],
	claim: [
		'Every incident is looked at within a week, the decision and its reason are recorded, and a repeated look-back over {b} incidents shows that few opportunities are missed.',
		'We have the meeting, the rota, early advice from prosecutors and one way of recording disruptions. {a} investigations were opened in the last quarter, against two in the same quarter before.',
		'Opportunities to investigate are identified and taken: decisions on {b} incidents are in evidence, with the reasons where nothing was opened.'
	],
	returned: [
		'Night and weekend cover is not addressed. Personnel told us on our visit that the arrangement stops at six in the evening.'
	],
	milestones: [
		'Second look-back over incidents',
		'Rota covers all hours',
		'Recording of disruptions reviewed',
		'Peer review actions closed',
		'Forensic triage evaluated'
	],
	evidence: [
		[
			'Decisions of the weekly meeting, counts and reasons',
			'Every incident is decided on, and why.'
		],
		['Look-back over incidents', 'How many opportunities were missed before and after the change.'],
		['Terms of the weekly meeting', 'Who decides, by when, and how it is recorded.'],
		['Peer review and our answer', 'What another force found and what we did about it.'],
		['Duty rota for advice, last quarter', 'A trained investigator can advise at any hour.']
	]
};
