import type { Theme } from './theme.ts';

export const GATHERING_THEME: Theme = {
	begin: [
		'We reviewed how questions are asked on arrival and found {a} different forms in use.',
		'A small joint team has been set up to design one way of asking and recording.',
		'Work on a common minimum set of questions began in {month}.'
	],
	middle: [
		'The common set of questions has been tried at {a} sites. Personnel say that it takes about ten minutes longer.',
		'Interpreters have been briefed on the new questions. A recorded briefing is available in {a} languages, among them Polish (“Państwa prawa i obowiązki”) and Vietnamese.',
		'We now count how many interviews lead to a record within 24 hours; in {month} it was {b} per cent.',
		'Space for private conversations remains the main obstacle at one site. Options have been costed.',
		'Welfare comes first: the revised guidance says plainly when not to ask.',
		'Feedback from analysts now goes back to interviewers every month. It has visibly improved what is written down.',
		'The trial of handheld recording was stopped because the devices could not be used in wet weather. Paper remains, scanned the same day.'
	],
	late: [
		'All sites use the common set of questions, and the forms that came before have been withdrawn.',
		'{b} per cent of interviews in {month} were recorded within 24 hours.'
	],
	claim: [
		'One set of questions is in use at every site, interviewers and interpreters have been trained, and {b} per cent of interviews are recorded within 24 hours.',
		'The way of asking and recording on arrival has been made the same everywhere and is sampled every month; three samples are in evidence.'
	],
	milestones: ['Common questions at all sites', 'Private rooms available', 'Third monthly sample'],
	evidence: [
		['Common set of questions, version in use', 'One way of asking has replaced those before it.'],
		['Monthly sample of records', 'How many interviews were recorded in time, and how well.'],
		['Briefing for interpreters', 'Interpreters know the purpose and limits of the questions.']
	]
};

export const SHARING_THEME: Theme = {
	begin: [
		'We listed what we send to whom and how: {a} routes, {b} of them by hand.',
		'Our intelligence hub and the regional unit agreed in {month} to test one shared inbox.',
		'A review of sharing agreements began; {a} of {b} had passed their review date.',
		'We named a single point of contact for sharing, with a deputy for nights and weekends.'
	],
	middle: [
		'The shared inbox handled {b} submissions in {month}. Most were acknowledged within a day; {a} were not, all at a weekend.',
		'{a} sharing agreements have been renewed. Two wait for a signature outside our organisation.',
		'Our system can now export in the agreed format. The receiving side is not yet ready, so we still send by secure mail.',
		'Personnel were unsure what may be shared. A one-page guide, checked by our legal services, went out in {month}.',
		'We tested the new link with {a} dummy records. All arrived; {done} of {b} fields were filled as intended.',
		'The supplier has given a date for the connector. It is later than we hoped, and we have told the programme board.',
		'Feedback from the receiving agency is now given on every tenth submission, which our personnel find useful.',
		'We ran a joint half-day with the regional unit; {b} personnel took part and {a} practical obstacles were listed.',
		'Accounts on the national system were reviewed: {a} that were no longer needed were closed and {b} new ones opened.',
		'We count how long a submission takes from writing to arrival. The median fell from nine days to four.',
		'An older case system cannot label records in the way that sharing needs. Its replacement is funded for next year.'
	],
	late: [
		'All submissions now go through the shared route; the mail address that was used before has been closed.',
		'The median time from writing to arrival was {a} days in {month}, and has been below five for three months.',
		'Our sharing agreements are all current, and a reminder runs three months before each review.'
	],
	claim: [
		'We share through one agreed route with a named contact at all hours, all agreements are current, and the median time to arrival has been below five days for a quarter.',
		'The technical link works in both directions. In the last quarter {b} records went through it with {a} failures, each sent again within a day.',
		'Agreements, guide, contact and route are in place. Personnel know them: in a survey {b} of those asked could name the route.'
	],
	returned: [
		'Two of the agreements in evidence are past their review date. Please renew them, or say why they stand.',
		'The times are an average. Please show how many took longer than ten days, and why.'
	],
	milestones: [
		'Connector tested with live records',
		'Last agreement renewed',
		'Survey of personnel',
		'Median time below five days',
		'Old mail address closed'
	],
	evidence: [
		['Register of sharing agreements', 'Which agreements are in force and when each is reviewed.'],
		['Guide to sharing, one page', 'What personnel may share, with whom and by which route.'],
		[
			'Times from writing to arrival, by month',
			'How long sharing takes, counted for every submission.'
		],
		['Test report of the technical link', 'What was tested, what failed and what was put right.'],
		[
			'Notes of the joint half-day with the regional unit',
			'Obstacles that personnel named and who removes each.'
		]
	]
};

export const ANALYSIS_THEME: Theme = {
	begin: [
		'Analysts from {a} units met in {month} to compare how they describe the same kind of group.',
		'We have seconded one analyst to the joint team for six months.',
		'A list of products shows that {a} of {b} were made without the others knowing.'
	],
	middle: [
		'The joint assessment has a second edition. {a} units contributed, twice as many as to the first.',
		'A common vocabulary has been agreed for {b} terms; the systems still have to take it over.',
		'Analysts now hold a call every fortnight. Its notes show {a} duplicated pieces of work avoided so far.',
		'One vacancy remains after two rounds of recruitment. Pay is given as the reason in exit interviews.',
		'We have begun to review each product six months later: was it used, and by whom?',
		'The shared workspace is open to {b} analysts. Marking and access rules were approved in {month}.'
	],
	late: [
		'The third edition of the joint assessment was written by all units together and is the only one.',
		'A review of {a} products found that each had a named user who could say what it changed.'
	],
	claim: [
		'There is one joint assessment to which all units contribute, written in one vocabulary and reviewed for use. Three editions are in evidence.',
		'Analysts share a workspace, a vocabulary and a plan of products; duplicated work has been counted and has fallen to {a} cases in the last quarter.'
	],
	milestones: [
		'Third edition of the joint assessment',
		'Vocabulary in all systems',
		'Vacancy filled'
	],
	evidence: [
		['Plan of analytical products', 'Who makes what, for whom, so that nothing is made twice.'],
		['Common vocabulary, version agreed', 'All units describe the same things in the same words.'],
		['Review of products after six months', 'Which products were used and what they changed.']
	]
};
