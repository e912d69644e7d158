import { dayFields } from './day-fields.ts';
import type { Form } from './forms.ts';
import { draftForms } from './draft-forms.ts';

const ASSIGNMENT = '/(app)/recommendations/[ref]/[org]';
const UPDATE = {
	id: `${ASSIGNMENT}/updates/new`,
	needs: 'add-update',
	from: 'not-started',
	fields: {
		narrative: 'Officers were briefed',
		confidence: 'probable',
		nextMilestone: 'Brief the last team',
		...dayFields('nextMilestoneOn', 1, 6, 2026),
		move: 'start'
	}
} as const;

const CLAIM: Omit<Form, 'action'> = {
	id: `${ASSIGNMENT}/moves/report-complete`,
	needs: 'report-complete',
	from: 'in-progress',
	fields: { statement: 'All is done' },
	fieldsOf: ({ evidenceKey }) => ({
		'link.whole': evidenceKey,
		[`page.whole.${evidenceKey}`]: '4'
	})
};

const SEVERAL: Omit<Form, 'action'> = {
	id: '/(app)/organisations/[code]/updates/new',
	needs: 'add-update',
	from: 'in-progress',
	fields: { narrative: 'Officers were briefed', confidence: 'probable' },
	optional: ['change'],
	fieldsOf: ({ reference }) => ({ assignment: `${reference}:1` })
};

const COMMENT: Omit<Form, 'action'> = {
	id: `${ASSIGNMENT}/conversation/new`,
	needs: 'comment',
	from: 'confirmed',
	fields: { text: 'Is the report public?' },
	optional: ['tell']
};

const NOTE: Omit<Form, 'action'> = {
	id: `${ASSIGNMENT}/conversation/notes/new`,
	needs: 'keep-note',
	from: 'confirmed',
	fields: { text: 'Look at this again in May' },
	optional: ['tell']
};

/** The forms of progress updates, claims, comments and notes, each with what keeps it until it is sent. */
export const WRITING_FORMS: readonly Form[] = [
	{ ...UPDATE, action: 'publish', optional: ['keep'] },
	...draftForms(UPDATE, 'update'),
	{ ...SEVERAL, action: 'publish' },
	...draftForms(SEVERAL, 'several'),
	{ ...CLAIM, action: 'claim' },
	...draftForms(CLAIM, 'claim'),
	{ ...COMMENT, action: 'send' },
	...draftForms(COMMENT, 'comment'),
	{ ...NOTE, action: 'send' },
	...draftForms(NOTE, 'note')
];
