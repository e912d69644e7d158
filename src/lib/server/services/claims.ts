import { createHash } from 'node:crypto';
import type { Actor } from '#lib/domain/actor.ts';
import { checkClaim, pointKey, stopsClaim, type ClaimPoint } from '#lib/domain/claim-check.ts';
import { momentOf, type Moment } from '#lib/domain/clock.ts';
import { receiptText, type ReceiptContent } from '#lib/domain/receipt.ts';
import { notFound, Refusal } from '#lib/domain/refusal.ts';
import { checkMove } from '#lib/domain/status.ts';
import type { Context } from '../db/context.ts';
import type { Queryable } from '../db/open.ts';
import { record } from '../audit/record.ts';
import { randomText } from '../auth/secret.ts';
import type { AssignmentName, FoundAssignment } from '../db/queries/assignment.ts';
import { beginChange } from '../db/queries/assignment-change.ts';
import type { FormStamp } from '../db/queries/begin-change.ts';
import { writeMove } from '../db/queries/assignment-move.ts';
import { endDraft, type SentDraft } from '../db/queries/draft.ts';
import { claimFacts, evidenceFor, whyUnusable, type ClaimEvidence } from '../db/queries/claim.ts';
import { claimLink, receipt } from '../db/schema/claim.ts';
import { tellOfMove } from '../mail/assignments.ts';

export interface ClaimCommand extends FormStamp, SentDraft {
	readonly statement?: string | undefined;
	readonly links: readonly NamedLink[];
}

/** Which evidence shows a point, and where in it to look. */
export interface NamedLink {
	/** As `pointKey` names it. */
	readonly point: string;
	readonly evidenceKey: string;
	readonly page?: string | undefined;
}

interface Link {
	readonly point: ClaimPoint;
	readonly item: ClaimEvidence;
	readonly page: string | null;
}

/**
 * Reports an assignment complete: the claim, what it rests on and its receipt, or nothing.
 * @returns the key of the receipt
 * @throws Refusal as `beginChange`, 'move-not-possible', 'statement-needed', 'evidence-needed', 'not-found' for
 *   evidence of anything else, 'evidence-withdrawn', 'evidence-infected' or 'evidence-superseded' {title},
 *   'points-changed', or 'claim-incomplete' {problems} with everything that stops it
 */
export async function reportComplete(
	context: Context,
	actor: Actor,
	name: AssignmentName,
	command: ClaimCommand
): Promise<{ readonly receiptKey: string }> {
	const moment = momentOf(context.clock);
	const statement = command.statement?.trim() ?? '';
	return context.db.write(async (tx) => {
		const found = await beginChange(tx, actor, name, 'report-complete', command, moment);
		const facts = await claimFacts(tx, found, moment.today);
		const move = checkMove(found.status, 'report-complete', {
			actorId: actor.personId,
			claimedBy: found.claimedBy,
			evidenceCount: facts.evidence.length,
			isExemptionAsked: found.openExemptionId !== null,
			statement
		});
		const links = await findLinks(tx, found, facts.points, command.links);
		const shown = new Set(links.map(({ point }) => pointKey(point)));
		const problems = checkClaim(facts, shown, moment.today).filter(stopsClaim);
		if (problems.length > 0) throw new Refusal('claim-incomplete', { facts: { problems } });

		const claimId = await writeMove(tx, actor, found, move, { statement }, moment);
		await writeLinks(tx, claimId, links);
		const content = receiptText(contentOf(actor, found, statement, facts.points, links, moment));
		const contentHash = createHash('sha256').update(content, 'utf8').digest('hex');
		const entry = await record(tx, {
			action: 'assignment.report-complete',
			actor,
			moment,
			assignmentId: found.id,
			organisationId: found.organisationId,
			particulars: {
				reference: found.reference,
				organisation: found.organisationName,
				from: found.status,
				to: move.to,
				statement,
				// So that the chain vouches for the content too.
				contentHash
			}
		});
		const receiptKey = randomText(18);
		await tx.insert(receipt).values({
			key: receiptKey,
			claimId,
			assignmentId: found.id,
			at: moment.at,
			content,
			contentHash,
			chainSequence: entry.sequence,
			chainHead: entry.hash
		});
		await endDraft(tx, actor, 'claim', found.id, command);
		await tellOfMove(tx, actor, 'report-complete', found, name, moment, context.origin);
		return { receiptKey };
	});
}

/** One link for each point and item, in the order of the points. */
async function findLinks(
	tx: Queryable,
	found: FoundAssignment,
	points: readonly ClaimPoint[],
	named: readonly NamedLink[]
): Promise<Link[]> {
	const all = await evidenceFor(tx, found.id);
	const links = new Map<string, Link>();
	for (const { point: pointName, evidenceKey, page } of named) {
		const item = all.find(({ key }) => key === evidenceKey);
		if (!item) throw notFound('evidence');
		const unusable = whyUnusable(item, all);
		if (unusable) throw new Refusal(unusable, { facts: { title: item.title } });
		const point = points.find((candidate) => pointKey(candidate) === pointName);
		if (!point) throw new Refusal('points-changed');
		links.set(`${pointName} ${item.id}`, { point, item, page: page?.trim() || null });
	}
	const place = ({ point, item }: Link) => points.indexOf(point) * all.length + all.indexOf(item);
	return [...links.values()].sort((one, other) => place(one) - place(other));
}

async function writeLinks(tx: Queryable, claimId: number, links: readonly Link[]): Promise<void> {
	const rows = links.map(({ point, item, page }) => ({
		claimId,
		partId: point.kind === 'part' ? point.id : null,
		criterionId: point.kind === 'criterion' ? point.id : null,
		evidenceId: item.id,
		page
	}));
	await tx.insert(claimLink).values(rows);
}

function contentOf(
	actor: Actor,
	found: FoundAssignment,
	statement: string,
	points: readonly ClaimPoint[],
	links: readonly Link[],
	moment: Moment
): ReceiptContent {
	const items = [...new Set(links.map(({ item }) => item))];
	return {
		format: 1,
		reference: found.reference,
		recommendation: found.recommendationTitle,
		organisation: found.organisationName,
		reportedBy: actor.name,
		at: new Date(moment.at).toISOString(),
		onDay: moment.today,
		statement,
		shows: points.map((point) => ({
			kind: point.kind,
			label: point.label,
			text: point.text,
			rests: links
				.filter((link) => link.point === point)
				.map(({ item, page }) => ({ item: items.indexOf(item) + 1, page }))
		})),
		evidence: items.map((item) => ({
			title: item.title,
			kind: item.kind,
			marking: item.marking,
			version: item.itemVersion,
			fileName: item.fileName,
			sha256: item.fileSha256,
			linkUrl: item.linkUrl,
			heldWhere: item.heldWhere,
			custodian: item.custodian,
			seenBy: item.seenBy,
			seenOn: item.seenOn
		}))
	};
}
