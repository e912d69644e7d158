import type { DecisionBasis } from '#lib/domain/confidence.ts';

// Sentences that fit any recommendation. All invented; {month} as in theme.ts.

export const GOVERNANCE = [
	'The deputy lead reports on this to our monthly assurance board.',
	'Our internal board noted progress in {month} and asked for the next report in two months.',
	'The change is in our improvement plan, with an owner for each step.',
	'Professional standards and staff associations have been consulted and raised no objection.',
	'The equality impact assessment has been reviewed; no new effects were found.',
	'We keep a short log of decisions, which can be inspected.',
	'Two actions from the last meeting are closed and one has been carried forward.',
	'The lead for this work has protected time of one day a week.'
];

export const RISK = [
	'The main risk is capacity: the same few people carry several changes at once.',
	'A restructuring of the command in the new financial year may delay the next step.',
	'Money for the last step is in the bid for next year and not yet certain.',
	'The supplier’s dates have slipped before, so we have planned without them.',
	'Operational demand took people away for some weeks; they are back.',
	'Sickness in a team of four meant that little moved this month.',
	'There are no new risks.',
	'A dependency on another agency’s system remains, and is on our risk register.'
];

/** In a month in which little happened. */
export const QUIET = [
	'Little to report this month: the work goes on as planned and the next step is due as stated.',
	'No change to the plan. The meeting that was to decide the next step has been moved by two weeks.',
	'Work was paused for operational reasons and begins again next month.',
	'As last month. We would rather say so than leave the space empty.'
];

/** Before work begins. */
export const PLANNING = [
	'We are planning this work and expect to begin once an owner has been appointed.',
	'A scoping note is being written. Nothing has been started yet.',
	'We wait for the outcome of the yearly planning round before we begin.'
];

export const PARTLY_ACCEPTED = [
	'We accept the aim, and accept the recommendation except for the part that depends on a system we do not own.',
	'Accepted for our investigative teams. For neighbourhood teams we believe that the present arrangement is enough, and have said why to the inspectorate.',
	'We accept this with the reservation that the pace depends on recruitment that has been paused.'
];

export const NOT_ACCEPTED = [
	'We do not accept this for our organisation: the task it describes was moved to the regional unit two years ago, and doing it twice would not help.',
	'Not accepted. We meet the purpose in another way, through a shared service, and have sent the inspectorate a description of it.'
];

export const CLOSED_NOT_ACCEPTED = [
	'The organisation has given its reasons in writing. They are recorded here, and the recommendation is not pursued with it.',
	'After two meetings the organisation does not accept the recommendation. The reasons are on record; the matter will be looked at in the next inspection.'
];

export const NOT_APPLICABLE = [
	'Agreed with the organisation that this does not apply: it has no such function.',
	'It has been agreed that this does not apply to this organisation, because a shared service performs the task for it and holds the assignment.',
	'Does not apply: the organisation handed this function to its regional unit before the report was published.'
];

export const NO_FURTHER_ACTION = [
	'Overtaken by a later change of national guidance, which asks for more than this. Closed here so that it is followed up once.',
	'No further action needed: the point was examined in a later inspection of this organisation and nothing was left to do.',
	'Closed because the system it concerns has been replaced nationally.'
];

export const RETURNED = [
	'The procedure is good, but the evidence shows that it exists, not that it is used. Please send a sample of at least two months.',
	'Two of the three parts are shown. For the third we found a plan and no result. Please add what has been done since.',
	'The figures in the claim and in the evidence differ. Please check them and explain the difference.',
	'Most of the evidence is older than the change it is to show. Something from the last quarter is needed.',
	'We could not see who owns this once the project ends. Please say, and show that they have accepted it.',
	'Supervision is described but not evidenced. A dip sample by supervisors would show it.'
];

/** By what the decision rests on. */
export const CONFIRMED: Readonly<Record<DecisionBasis, readonly string[]>> = {
	'desk-review': [
		'The evidence is recent, covers all parts and shows use as well as procedure.',
		'All parts are met. We suggest that the yearly review looks at weekends in particular.',
		'What was missing at first has been supplied. Nothing is left open.'
	],
	visit: [
		'We tested the arrangement ourselves on the day and found it to work.',
		'The evidence matches what personnel of all grades told us on the visit.'
	],
	sample: ['A sample of records chosen by us agreed with the organisation’s own figures.'],
	'later-inspection': ['The later inspection found this in place and in use.']
};

export const REOPENED = [
	'A visit found that the arrangement had lapsed when the project team left. It has to be put back, with an owner.',
	'Later figures show that the improvement did not last: the last quarter is back at the level before the change.'
];

export const WITHDRAWN = [
	'We withdraw the claim: a check of our own found that one part of the organisation had not made the change.',
	'Claimed too early. The system change that we relied on was taken back by the supplier last week.'
];

export const EXTENDED = [
	'The organisation asked for more time because the national contract for the equipment was let late. The plan until then is sound.',
	'Moved once, at the organisation’s request: the post that leads this was vacant for four months and is now filled.',
	'The date depended on a system change by a supplier, which has been put back. A new date has been agreed.',
	'More time agreed so that the organisation can show two months of use, rather than a procedure on paper.',
	'The organisation took on the work of a neighbour as well. A later date for both is reasonable.'
];

export const EXTENDED_AGAIN = [
	'A second request. The supplier has now given a date in writing, and the organisation has a fallback that does not need it.',
	'Moved again after a meeting with the chief officer. No third request is expected.'
];

export const DISPUTED_WAIT =
	'The format was agreed and published in the spring, and three bodies already use it. Your side can finish now; tell us if something in it does not fit.';

export const WAITING_ON_NCA = [
	'Our side of the connection is ready. It can be used once the receiving system takes records in the agreed format.',
	'We cannot finish before the national guidance on what may be shared has been issued. Our draft is ready and follows the version for consultation.',
	'Accounts for our personnel have been requested. The national service desk has told us that they are given out in order.'
];
