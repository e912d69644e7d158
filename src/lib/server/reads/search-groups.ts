import { isNational, ownOrganisationIds, type RolesHeld } from '#lib/domain/actor.ts';
import { recommendationReference } from '#lib/domain/reference.ts';
import { extractOf, markText, type MarkedPiece } from '#lib/domain/search-marks.ts';
import type { SearchKind, SearchTerm } from '#lib/domain/search-query.ts';
import { rankTexts } from '#lib/domain/search-rank.ts';
import { wordsOf } from '#lib/domain/search-text.ts';
import type { AssignmentStatus } from '#lib/domain/status.ts';
import type { Queryable } from '../db/open.ts';
import { everyOne, expressionsFor, narrowed } from '../db/queries/search-expression.ts';
import {
	assignmentsNamed,
	findNames,
	nameAssignments,
	type NamedRow
} from '../db/queries/search-names.ts';
import {
	countTexts,
	COUNTED,
	latestTexts,
	POOL,
	TEXT_KINDS,
	type FoundText,
	type TextKind
} from '../db/queries/search.ts';

type Pieces = readonly MarkedPiece[];

export interface SearchResult {
	readonly id: number;
	/** 'OIC-7'; null for an organisation. */
	readonly recommendation: string | null;
	/** Null for a recommendation. */
	readonly organisationCode: string | null;
	readonly organisationName: string | null;
	/** What it is called: of texts that have no title the recommendation's. */
	readonly title: Pieces;
	readonly extract: Pieces | null;
	/** Of an assignment. */
	readonly status: AssignmentStatus | null;
	/** Of what somebody wrote. */
	readonly onDay: string | null;
	readonly isNote: boolean;
	/** Whether its page opens to the actor: of other bodies it is only known that they exist. */
	readonly isOpen: boolean;
}

export interface SearchGroup {
	readonly kind: SearchKind;
	/** Counted as far as `isMore` says. */
	readonly total: number;
	/** Whether there are more than were counted. */
	readonly isMore: boolean;
	/** Best first; the latest first where there were too many to compare. */
	readonly isRanked: boolean;
	readonly results: readonly SearchResult[];
	readonly page: number;
	readonly pages: number;
}

export interface Hunt {
	readonly text: string;
	readonly terms: readonly SearchTerm[];
	readonly inspectionId: number | undefined;
	readonly kinds: readonly SearchKind[];
	/** A page of all there are; the best few where it is missing. */
	readonly place: { readonly page: number } | undefined;
}

const BEST = 3;
const ON_A_PAGE = 20;

interface Picked<Row> {
	readonly kind: SearchKind;
	readonly total: number;
	readonly isMore: boolean;
	readonly isRanked: boolean;
	readonly rows: readonly Row[];
	readonly page: number;
	readonly pages: number;
}

export async function findEverything(
	db: Queryable,
	actor: RolesHeld,
	hunt: Hunt
): Promise<SearchGroup[]> {
	const { terms, inspectionId } = hunt;
	const expressions = await expressionsFor(db, terms);
	const everything = 2 ** expressions.length - 1;
	const names = await findNames(db, expressions, inspectionId);
	const whole = names.filter(({ holds }) => holds === everything);
	const kinds = readsAny(actor) ? TEXT_KINDS.filter((kind) => hunt.kinds.includes(kind)) : [];
	const match = narrowed(everyOne(expressions), actor, inspectionId);
	const search = { actor, match, inspectionId };
	const also = hunt.kinds.includes('assignment')
		? assignmentsNamed(names, everything, actor, { inspectionId, first: namedFirst(names, hunt) })
		: undefined;
	const pool = await latestTexts(db, search, kinds, { limit: POOL }, also);
	const many = await countTexts(
		db,
		search,
		kinds.filter((kind) => pool.filter((row) => row.kind === kind).length === POOL)
	);
	const picked: (Picked<NamedRow> | Picked<FoundText>)[] = [];
	for (const kind of hunt.kinds) {
		if (kind === 'recommendation' || kind === 'organisation') {
			const rows = whole.filter((row) => row.isOrganisation === (kind === 'organisation'));
			picked.push(pick(kind, byName(rows, hunt), rows.length, hunt));
		} else {
			const rows = pool.filter((row) => row.kind === kind);
			picked.push(await pickTexts(db, search, kind, rows, many.get(kind as TextKind), hunt));
		}
	}
	const written = picked.flatMap(({ rows }) =>
		rows.flatMap((row) => ('assignmentId' in row ? [row.assignmentId] : []))
	);
	const about = written.length > 0 ? await nameAssignments(db, written) : new Map<never, never>();
	return picked.map(({ rows, ...group }) => ({
		...group,
		results: rows.map((row) =>
			'assignmentId' in row
				? present(row, about.get(row.assignmentId)!, terms)
				: presentName(row, actor, terms)
		)
	}));
}

async function pickTexts(
	db: Queryable,
	search: Parameters<typeof latestTexts>[1],
	kind: SearchKind,
	pool: readonly FoundText[],
	counted: number | undefined,
	hunt: Hunt
): Promise<Picked<FoundText>> {
	const total = counted ?? pool.length;
	if (kind === 'assignment') return pick(kind, pool, total, hunt);
	const isRanked = total <= POOL;
	const picked = pick(kind, rankTexts(pool, hunt.terms), total, hunt, isRanked);
	if (isRanked || !hunt.place) return picked;
	// Too many to compare: the latest first, so that turning pages neither repeats nor leaves out.
	const offset = (picked.page - 1) * ON_A_PAGE;
	const rows = await latestTexts(db, search, [kind as TextKind], { limit: ON_A_PAGE, offset });
	return { ...picked, rows };
}

function pick<Row>(
	kind: SearchKind,
	rows: readonly Row[],
	counted: number,
	{ place }: Hunt,
	isRanked = true
): Picked<Row> {
	const total = Math.min(counted, COUNTED);
	const size = place ? ON_A_PAGE : BEST;
	const pages = place ? Math.max(1, Math.ceil(total / size)) : 1;
	const page = Math.min(place?.page ?? 1, pages);
	const shown = rows.slice((page - 1) * size, page * size);
	return { kind, total, isMore: counted > COUNTED, isRanked, rows: shown, page, pages };
}

/**
 * Whatever has the very reference or code that was typed, then recommendations best first, and organisations by
 * name: no body comes before another for a score.
 */
function byName(rows: readonly NamedRow[], { text, terms }: Hunt): NamedRow[] {
	const typed = wordsOf(text).join(' ');
	const isTyped = ({ code }: NamedRow) => wordsOf(code).join(' ') === typed;
	const ranked = rows.every(({ isOrganisation }) => isOrganisation)
		? rows.toSorted((a, b) => a.title.localeCompare(b.title, 'en-GB'))
		: rankTexts(
				rows.map((row) => ({ title: `${row.code} ${row.title}`, body: row.body, row })),
				terms
			).map(({ row }) => row);
	return [...ranked.filter(isTyped), ...ranked.filter((row) => !isTyped(row))];
}

/** The recommendation whose reference stands somewhere in what was typed. */
function namedFirst(names: readonly NamedRow[], { text }: Hunt): number | undefined {
	const typed = ` ${wordsOf(text).join(' ')} `;
	return names.find(
		({ isOrganisation, code }) => !isOrganisation && typed.includes(` ${wordsOf(code).join(' ')} `)
	)?.id;
}

/** Nothing that bodies write is open to whoever belongs to none and does not see all. */
function readsAny(actor: RolesHeld): boolean {
	return isNational(actor) || ownOrganisationIds(actor).length > 0;
}

type Names = Awaited<ReturnType<typeof nameAssignments>>;

function present(
	row: FoundText,
	about: NonNullable<ReturnType<Names['get']>>,
	terms: readonly SearchTerm[]
): SearchResult {
	const isText = row.kind !== 'assignment';
	const isTitled = row.title !== '';
	const title = isTitled
		? row.title
		: isText
			? `${about.organisationName}: ${about.title}`
			: about.title;
	return {
		id: row.id,
		recommendation: recommendationReference(about.inspectionCode, about.number),
		organisationCode: about.organisationCode,
		organisationName: about.organisationName,
		title: isText && !isTitled ? [{ text: title, isMarked: false }] : markText(title, terms),
		extract: isText ? extractOf(row.body, terms) : null,
		status: isText ? null : about.status,
		onDay: isText ? row.onDay : null,
		isNote: row.audience === 'inspectorate',
		isOpen: true
	};
}

function presentName(row: NamedRow, actor: RolesHeld, terms: readonly SearchTerm[]): SearchResult {
	const { isOrganisation } = row;
	return {
		id: row.id,
		recommendation: isOrganisation ? null : row.code,
		organisationCode: isOrganisation ? row.code : null,
		organisationName: isOrganisation ? row.title : null,
		title: markText(row.title, terms),
		extract: isOrganisation ? null : extractOf(row.body, terms),
		status: null,
		onDay: null,
		isNote: false,
		isOpen: !isOrganisation || isNational(actor) || ownOrganisationIds(actor).includes(row.id)
	};
}
