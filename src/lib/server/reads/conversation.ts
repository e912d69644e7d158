import { isNational, type Actor } from '#lib/domain/actor.ts';
import { can } from '#lib/domain/policy.ts';
import { notFound } from '#lib/domain/refusal.ts';
import {
	and,
	asc,
	count,
	desc,
	eq,
	exists,
	gte,
	inArray,
	isNull,
	lte,
	min,
	notExists,
	or,
	sql,
	type SQL
} from 'drizzle-orm';
import type { Context } from '../db/context.ts';
import type { Queryable } from '../db/open.ts';
import { findAssignment, type AssignmentName } from '../db/queries/assignment.ts';
import { commentsVisibleTo } from '../db/queries/comment-visibility.ts';
import { assignment } from '../db/schema/assignment.ts';
import { comment, mention } from '../db/schema/conversation.ts';
import { person, personRole } from '../db/schema/person.ts';

const COMMENTS_ON_A_PAGE = 20;

export interface ConversationPlace {
	readonly page: number;
	/** The comment whose page is wanted, wherever that is by now. */
	readonly comment?: number | undefined;
}

/**
 * What body and inspectorate said to each other about an assignment, latest first, a page at a time; for
 * inspectors with the inspectorate's own notes, which for everybody else are not there, nor counted.
 * @throws Refusal 'not-found' for an assignment or comment that is not the actor's to see
 */
export async function readConversation(
	{ db }: Context,
	actor: Actor,
	name: AssignmentName,
	place: ConversationPlace
) {
	const found = await findAssignment(db.read, actor, name);
	const visible = and(eq(comment.assignmentId, found.id), commentsVisibleTo(actor));
	const { total } = await countComments(db.read, visible);
	const pages = Math.max(1, Math.ceil(total / COMMENTS_ON_A_PAGE));
	const page =
		place.comment === undefined
			? Math.min(place.page, pages)
			: await pageOf(db.read, visible, place.comment);
	const rows = await db.read
		.select({
			id: comment.id,
			at: comment.at,
			audience: comment.audience,
			text: comment.text,
			author: person.name,
			isByInspectorate: wroteForInspectorate(db.read).mapWith(Boolean)
		})
		.from(comment)
		.innerJoin(assignment, eq(assignment.id, comment.assignmentId))
		.innerJoin(person, eq(person.id, comment.authorId))
		.where(visible)
		.orderBy(desc(comment.id))
		.limit(COMMENTS_ON_A_PAGE)
		.offset((page - 1) * COMMENTS_ON_A_PAGE);
	const told = await namesTold(db.read, actor, found.organisationId, rows);
	return {
		assignment: {
			recommendation: name.reference,
			reference: found.reference,
			title: found.recommendationTitle,
			organisationCode: name.organisation,
			organisationName: found.organisationName
		},
		comments: rows.map((row) => ({ ...row, told: told.get(row.id) ?? [] })),
		total,
		page,
		pages,
		may: {
			comment: can(actor, 'comment', found),
			keepNote: can(actor, 'keep-note', found),
			readNotes: can(actor, 'read-notes', found)
		}
	};
}

async function countComments(db: Queryable, where: SQL | undefined) {
	const [row] = await db
		.select({ total: count(), earliest: min(comment.id) })
		.from(comment)
		.innerJoin(assignment, eq(assignment.id, comment.assignmentId))
		.where(where);
	return row ?? { total: 0, earliest: null };
}

async function pageOf(db: Queryable, visible: SQL | undefined, id: number): Promise<number> {
	const { total, earliest } = await countComments(db, and(visible, gte(comment.id, id)));
	if (earliest !== id) throw notFound('comment');
	return Math.ceil(total / COMMENTS_ON_A_PAGE);
}

/**
 * As the author was when they wrote, not as they are now: an inspector, and nobody of the organisation, for
 * which whoever is both speaks.
 */
function wroteForInspectorate(db: Queryable): SQL<boolean> {
	const held = (what: SQL | undefined) =>
		db
			.select({ one: sql`1` })
			.from(personRole)
			.where(
				and(
					eq(personRole.personId, comment.authorId),
					lte(personRole.fromDay, comment.onDay),
					or(isNull(personRole.toDay), gte(personRole.toDay, comment.onDay)),
					what
				)
			);
	return sql<boolean>`${and(
		exists(held(eq(personRole.role, 'inspector'))),
		notExists(held(eq(personRole.organisationId, assignment.organisationId)))
	)}`;
}

/**
 * The names of whoever was told of each comment. A body reads those it may know: its own people and
 * inspectors, of now or then.
 */
async function namesTold(
	db: Queryable,
	actor: Actor,
	organisationId: number,
	comments: readonly { readonly id: number }[]
): Promise<Map<number, string[]>> {
	const names = new Map<number, string[]>();
	if (comments.length === 0) return names;
	const ids = comments.map(({ id }) => id);
	const rows = await db
		.select({ commentId: mention.commentId, name: person.name })
		.from(mention)
		.innerJoin(person, eq(person.id, mention.personId))
		.where(
			and(
				inArray(mention.commentId, ids),
				isNational(actor) ? undefined : isKnownTo(db, organisationId)
			)
		)
		.orderBy(asc(person.name), asc(person.id));
	for (const { commentId, name } of rows) {
		names.set(commentId, [...(names.get(commentId) ?? []), name]);
	}
	return names;
}

function isKnownTo(db: Queryable, organisationId: number): SQL {
	return exists(
		db
			.select({ one: sql`1` })
			.from(personRole)
			.where(
				and(
					eq(personRole.personId, mention.personId),
					or(eq(personRole.organisationId, organisationId), eq(personRole.role, 'inspector'))
				)
			)
	);
}
