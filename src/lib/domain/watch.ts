import type { Actor } from './actor.ts';
import { can } from './policy.ts';
import { parseReference } from './reference.ts';

/** What a page that is left open shows, as far as it can change. */
export type Watched =
	| { readonly kind: 'register' }
	| { readonly kind: 'inspection'; readonly code: string }
	| { readonly kind: 'recommendation'; readonly reference: string }
	| { readonly kind: 'organisation'; readonly code: string }
	| { readonly kind: 'assignment'; readonly reference: string; readonly code: string };

/** An entry of the trail, as far as it says what changed. */
export interface Change {
	readonly sequence: number;
	readonly action: string;
	/** Of the assignment or the organisation that it is about; null where it is about neither. */
	readonly organisationId: number | null;
	readonly organisationCode: string | null;
	/** 'OIC' and 'OIC-7', where it is about an inspection or one of its recommendations. */
	readonly inspection: string | null;
	readonly recommendation: string | null;
}

/** Pages of the whole register, or of one inspection of it. */
const OF_ALL = new Set(
	[
		...[
			'',
			'assignments',
			'compare',
			'dashboard',
			'matrix',
			'movement',
			'organisations',
			'periods',
			'quality'
		],
		...['rechecks', 'recommendations', 'reviews', 'section-55', 'summary']
	].map((name) => `/${name}`)
);

/**
 * What the page of that address shows; null where it shows nothing that others change, or the register as at an
 * earlier day.
 */
export function watchedAt(path: string, query: URLSearchParams): Watched | null {
	if (query.get('as-at')) return null;
	if (OF_ALL.has(path)) {
		const code = query.get('inspection');
		return code ? { kind: 'inspection', code } : { kind: 'register' };
	}
	const [, section, name = '', code = ''] = path.split('/');
	if (section === 'organisations') return { kind: 'organisation', code: name };
	const isAbout = section === 'recommendations' && parseReference(name) !== null;
	if (!isAbout) return null;
	// 'OIC-7/KENT' in capitals; below it in small ones are forms about the recommendation.
	return /^[A-Z][A-Z0-9]+$/.test(code)
		? { kind: 'assignment', reference: name, code }
		: { kind: 'recommendation', reference: name };
}

export function isChangeOf(watched: Watched, change: Change): boolean {
	// Notes stand on the pages of their assignment alone.
	if (isNote(change) && watched.kind !== 'assignment') return false;
	switch (watched.kind) {
		case 'register':
			return true;
		case 'inspection':
			return change.inspection === watched.code || change.inspection === null;
		case 'recommendation':
			return change.recommendation === watched.reference;
		case 'organisation':
			return change.organisationCode === watched.code;
		case 'assignment':
			// Of the recommendation itself, too: its wording stands on the page.
			return (
				change.recommendation === watched.reference &&
				(change.organisationCode === watched.code || change.organisationCode === null)
			);
	}
}

/** Kinds of entry that change what everybody's pages show. Reading and signing in do not. */
const SHOWN =
	/^(assignment|action|comment|evidence|inspection|organisation|period|post|recommendation|section55)\./;
const READING = /^evidence\.download/;

/**
 * Whether the actor may be told that something changed: as `read-assignment` says of whatever it is about, and
 * `read-notes` of the inspectorate's notes, of which nobody else may know that there are any.
 */
export function mayHearOf(actor: Actor, change: Change): boolean {
	const { action, organisationId } = change;
	if (isNote(change))
		return organisationId !== null && can(actor, 'read-notes', { organisationId });
	if (!SHOWN.test(action) || READING.test(action)) return false;
	// What is about no organisation, such as wording, everybody may read.
	return organisationId === null || can(actor, 'read-assignment', { organisationId });
}

function isNote({ action }: Change): boolean {
	return action === 'note.keep';
}

/** A page that has been open for longer than this many changes is told of no more than so many. */
export const MOST_CHANGES = 200;
