import type { Actor } from '#lib/domain/actor.ts';
import type { PackFacts } from '#lib/domain/board-pack.ts';
import { momentOf } from '#lib/domain/clock.ts';
import type { PackContent, PackDuty, PackIssue } from '#lib/domain/pack-content.ts';
import { addDays } from '#lib/domain/plain-date.ts';
import { recommendationReference } from '#lib/domain/reference.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { standingOf } from '#lib/domain/sample-bound.ts';
import { desc, eq } from 'drizzle-orm';
import type { Context } from '../db/context.ts';
import type { Queryable } from '../db/open.ts';
import { lastIssue, listPackComments, type FoundPack } from '../db/queries/board-pack.ts';
import { chooseInspection, listInspections } from '../db/queries/inspection.ts';
import { listPackAssignments } from '../db/queries/pack-assignments.ts';
import { latestPeriods } from '../db/queries/period.ts';
import { outcomesSql } from '../db/queries/sample.ts';
import { inspection } from '../db/schema/inspection.ts';
import { recommendation } from '../db/schema/recommendation.ts';
import { sampleDraw } from '../db/schema/sample.ts';
import { viewOf } from './looking-back.ts';
import { readSection55, readSection55Of } from './section55.ts';
import { readServiceFacts } from './service-facts.ts';
import { readSummaryFigures } from './summary-figures.ts';

/** Changes are counted over so many days where there is no pack before. */
const SPAN_DAYS = 30;
/** Of each group of exceptions: more than a board can read, and as many as a paper can bear. */
const EXCEPTIONS = { perGroup: 500, shown: 3000 };
const SAMPLES = 5;

/**
 * All that a pack tells, read as at the end of its day; the one read that page, PDF and Word file are made of.
 * @param issue with which it is about to be issued
 * @throws Refusal 'as-at-before-register' where the register began later
 */
export async function readPackContent(
	context: Context,
	actor: Actor,
	pack: FoundPack,
	issue: PackIssue | null
): Promise<PackContent> {
	const { today } = momentOf(context.clock);
	const view = await viewOf(context, actor, pack.asAt === today ? null : pack.asAt);
	const { read } = view.context.db;
	const { inspectionId, asAt } = pack;
	const before = await lastIssue(context.db.read, pack, pack.number ?? undefined);
	const about = chooseInspection(await listInspections(read), pack.inspectionCode);
	const periods = await latestPeriods(read, inspectionId, asAt);
	const since = before?.asAt ?? addDays(asAt, -SPAN_DAYS);
	const organisationId = pack.organisationId ?? undefined;
	const scope = { inspectionId, periods, today: asAt, organisationId };
	const figures = await readSummaryFigures(read, scope, since, about.code, EXCEPTIONS);
	const assignments = await listPackAssignments(read, { inspectionId, organisationId });
	const comments = await listPackComments(context.db.read, pack.id);
	const isNational = pack.organisationId === null;
	const { code, title, inspectorate, publishedOn, url } = about;
	return {
		key: pack.key,
		statement: {
			...{ meeting: pack.meeting, meetingOn: pack.meetingOn, asAt, purpose: pack.purpose },
			...{ asks: pack.asks, marking: pack.marking, preparedBy: pack.preparedBy }
		},
		issue,
		inspection: { code, title, inspectorate, publishedOn, url },
		body: isNational ? null : { code: pack.organisationCode!, name: pack.organisationName! },
		since,
		previous: before && {
			number: before.number,
			asAt: before.asAt,
			facts: (JSON.parse(before.snapshot) as { facts: PackFacts }).facts
		},
		...figures,
		comments: comments.map(({ inspectionCode, number, ...comment }) => ({
			...comment,
			reference: recommendationReference(inspectionCode, number)
		})),
		assignments: assignments.map(({ movedOn: _on, reason: _reason, ...row }) => row),
		moves: assignments.filter(({ deadlineMoves }) => deadlineMoves > 0),
		samples: isNational ? await readSamples(read, inspectionId) : null,
		section55: await readDuty(view.context, view.actor, pack),
		isSample: (await readServiceFacts(context.db)).isSample,
		origin: context.origin,
		at: issue?.at ?? pack.changedAt
	};
}

async function readSamples(db: Queryable, inspectionId: number) {
	const rows = await db
		.select({
			inspectionCode: inspection.code,
			number: recommendation.number,
			onDay: sampleDraw.onDay,
			method: sampleDraw.method,
			populationSize: sampleDraw.populationSize,
			outcomes: outcomesSql
		})
		.from(sampleDraw)
		.innerJoin(inspection, eq(inspection.id, sampleDraw.inspectionId))
		.leftJoin(recommendation, eq(recommendation.id, sampleDraw.recommendationId))
		.where(eq(sampleDraw.inspectionId, inspectionId))
		.orderBy(desc(sampleDraw.id))
		.limit(SAMPLES);
	return rows.map(({ inspectionCode, number, onDay, method, populationSize, outcomes }) => ({
		reference: number === null ? inspectionCode : recommendationReference(inspectionCode, number),
		onDay,
		standing: standingOf(populationSize, method, outcomes)
	}));
}

/** Of every local policing body, or of that of the one body; null where none has the duty. */
async function readDuty(context: Context, actor: Actor, pack: FoundPack): Promise<PackDuty | null> {
	if (pack.organisationCode === null) {
		const { rows, inspection: about } = await readSection55(context, actor, pack.inspectionCode);
		return { dueOn: about.dueOn, rows: rows.map(dutyOf) };
	}
	try {
		const read = await readSection55Of(context, actor, pack.organisationCode, pack.inspectionCode);
		const [latest] = read.responses;
		const { state, daysLate } = read;
		const row = {
			organisationName: read.body.name,
			localPolicingBody: read.body.localPolicingBody,
			...{ state, daysLate },
			publishedOn: latest?.publishedOn ?? null,
			url: latest?.url ?? null
		};
		return { dueOn: read.inspection.dueOn, rows: [row] };
	} catch (thrown) {
		if (thrown instanceof Refusal && thrown.code === 'not-found') return null;
		throw thrown;
	}
}

type DutyRow = Awaited<ReturnType<typeof readSection55>>['rows'][number];

function dutyOf(row: DutyRow): PackDuty['rows'][number] {
	const { organisationName, localPolicingBody, state, daysLate, publishedOn, url } = row;
	return { organisationName, localPolicingBody, state, daysLate, publishedOn, url };
}
