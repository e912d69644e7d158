import type { AssignmentFilter } from '#lib/domain/assignment-filter.ts';
import type { MatrixShow, MatrixState } from '#lib/domain/matrix.ts';
import type { OrganisationKind, Region } from '#lib/domain/organisation.ts';
import { ASSIGNMENT_STATUSES, isOpen, type AssignmentStatus } from '#lib/domain/status.ts';
import { FRESHNESS_LOOK, NOT_ASKED_WORD } from './freshness.ts';
import { ORGANISATION_KIND_WORDS } from './organisation.ts';
import { STATUS_LOOK, type StatusLook } from './status.ts';
import { TIMELINESS_LOOK } from './timeliness.ts';

export const MATRIX_SHOW_WORDS: Record<MatrixShow, string> = {
	status: 'Status',
	timeliness: 'Timeliness',
	freshness: 'Reporting'
};

/** As a state is shown, with the letter that stands for it in a cell. */
export type MatrixLook = StatusLook;

const CLOSED_LOOK: MatrixLook = {
	word: 'Closed',
	code: 'C',
	shape: 'tick',
	tone: 'green',
	meaning: 'Confirmed, or closed otherwise: no longer asked.'
};

/** Within one way of showing no two share a letter, a word or a shape. */
export const MATRIX_LOOK: Record<MatrixShow, Partial<Record<MatrixState, MatrixLook>>> = {
	status: STATUS_LOOK,
	timeliness: {
		overdue: { ...TIMELINESS_LOOK.overdue, code: 'O' },
		rescheduled: { ...TIMELINESS_LOOK.rescheduled, code: 'P' },
		'due-soon': { ...TIMELINESS_LOOK['due-soon'], code: 'D' },
		later: { ...TIMELINESS_LOOK.later, code: 'L' },
		'no-date': { ...TIMELINESS_LOOK['no-date'], code: 'N' },
		closed: CLOSED_LOOK
	},
	freshness: {
		reported: { ...FRESHNESS_LOOK.reported, shape: 'circle-full', code: 'R' },
		owed: { ...FRESHNESS_LOOK.owed, code: 'U' },
		'not-reported': { ...FRESHNESS_LOOK['not-reported'], code: 'N' },
		'not-asked': {
			word: NOT_ASKED_WORD,
			code: 'A',
			shape: 'circle-empty',
			tone: 'grey',
			meaning: 'No reporting period has opened since the organisation has had it.'
		},
		'with-inspectorate': {
			word: 'Waits for the inspectorate',
			code: 'W',
			shape: 'hourglass',
			tone: 'blue',
			meaning: 'Reported complete: no update is owed until the inspectorate has decided.'
		},
		closed: CLOSED_LOOK
	}
};

/** How the state is shown; every state that a way of showing has does look like something. */
export function matrixLook(show: MatrixShow, state: MatrixState): MatrixLook {
	const look = MATRIX_LOOK[show][state];
	if (!look) throw new Error(`The matrix of ${show} does not show ${state}`);
	return look;
}

const CLOSED = ASSIGNMENT_STATUSES.filter((status) => !isOpen(status));

/** The address of the list of exactly those that a filter describes and that are in one of the states. */
export function filterOfStates(
	show: MatrixShow,
	states: readonly MatrixState[],
	filter: AssignmentFilter
): AssignmentFilter {
	const statuses = statusesOf(show, states);
	if (!statuses) return { ...filter, [show]: states };
	const given = filter.status;
	const both = given.length > 0 ? statuses.filter((status) => given.includes(status)) : statuses;
	return { ...filter, status: both };
}

/** The statuses that stand for states that no other filter has; null where the way of showing has a filter. */
function statusesOf(
	show: MatrixShow,
	states: readonly MatrixState[]
): readonly AssignmentStatus[] | null {
	if (show === 'status') return states as readonly AssignmentStatus[];
	if (states.includes('closed')) return CLOSED;
	return states.includes('with-inspectorate') ? ['reported-complete'] : null;
}

/** 'Police forces, North East' */
export function bodyGroupWords(kind: OrganisationKind, region: Region | null): string {
	const { plural } = ORGANISATION_KIND_WORDS[kind];
	return region === null ? plural : `${plural}, ${region}`;
}

/** What the two numbers of a column tell: so many of so many. */
export const MATRIX_SHARE_WORDS: Record<MatrixShow, { part: string; of: string }> = {
	status: { part: 'Confirmed', of: 'of applicable' },
	timeliness: { part: 'Overdue', of: 'of open' },
	freshness: { part: 'Not reported', of: 'of those asked' }
};
