import type { Particulars } from '#lib/domain/audit-entry.ts';
import { addDays, plainDate, type PlainDate } from '#lib/domain/plain-date.ts';
import { recommendationReference } from '#lib/domain/reference.ts';
import {
	inspection,
	recommendation,
	recommendationWording,
	reportingPeriod,
	statusChange
} from '#lib/server/db/schema/tables.ts';
import type { Body } from './bodies.ts';
import { narrative, subject } from './phrases.ts';
import { seededRandom } from './random.ts';
import type { RowWriter } from './row-writer.ts';
import { AS_AT, type RegisterSize } from './sizes.ts';
import type { Told } from './trail.ts';

/** One recommendation as it falls to one body, before anything has happened to it. */
export interface Allocated {
	readonly id: number;
	readonly inspectionId: number;
	readonly recommendationId: number;
	/** 'INSP20-7' */
	readonly reference: string;
	readonly body: Body;
	/** The next body with the same recommendation: what this one may wait for. */
	readonly neighbour: { readonly id: number; readonly body: Body };
	readonly publishedOn: PlainDate;
	readonly allocatedAt: number;
	readonly allocatedOn: PlainDate;
}

const THEMES = ['Leadership', 'Intelligence', 'Identification', 'Targeting', 'Learning'] as const;
const LAST_PUBLISHED = plainDate('2025-05-16');
const DAYS_APART = 75;
const PERIOD_EVERY_DAYS = 91;
const PERIOD_DAYS = 21;

/**
 * Publishes the inspections, allocates every recommendation to every body, and opens the periods.
 * @returns the assignments, and what the trail has to tell of it
 */
export function addInspections(
	rows: RowWriter,
	size: RegisterSize,
	bodies: readonly Body[]
): { allocated: Allocated[]; told: Told[] } {
	const all: Allocated[] = [];
	const told: Told[] = [];
	for (let id = 1; id <= size.inspections; id++) {
		const publishedOn = addDays(LAST_PUBLISHED, (id - size.inspections) * DAYS_APART);
		const code = `INSP${String(id).padStart(2, '0')}`;
		const random = seededRandom(1000 + id);
		const at = Date.parse(`${publishedOn}T09:30:00Z`);
		const title = `An inspection of ${subject(random)} (${id})`;
		rows.add(inspection, {
			id,
			code,
			title,
			publishedOn,
			inspectorate: 'HMICFRS',
			url: `https://reports.example/${code.toLowerCase()}`,
			licence: 'Open Government Licence v3.0'
		});
		const tell = (action: string, particulars: Particulars) =>
			told.push({ action, actor: null, at, particulars });
		tell('inspection.load', { reference: code, title });
		for (let number = 1; number <= size.recommendations; number++) {
			const recommendationId = (id - 1) * size.recommendations + number;
			const reference = recommendationReference(code, number);
			const about = `Improve ${subject(random)}`;
			rows.add(recommendation, {
				id: recommendationId,
				inspectionId: id,
				number,
				title: about,
				theme: THEMES[number % THEMES.length]!
			});
			rows.add(recommendationWording, {
				recommendationId,
				kind: 'working-summary',
				text: narrative(random),
				source: 'Invented for measuring',
				at
			});
			tell('recommendation.load', { reference, title: about });
			const parent = { inspectionId: id, recommendationId, reference, publishedOn, at };
			for (const allocated of allocate(parent, bodies, all.length)) {
				all.push(allocated);
				rows.add(statusChange, {
					assignmentId: allocated.id,
					at,
					onDay: publishedOn,
					verb: 'allocate',
					toStatus: 'not-started'
				});
			}
			tell('assignment.allocate', { reference, count: bodies.length });
		}
		told.push(...addPeriods(rows, id, code, publishedOn));
	}
	return { allocated: all, told };
}

function allocate(
	parent: {
		readonly inspectionId: number;
		readonly recommendationId: number;
		readonly reference: string;
		readonly publishedOn: PlainDate;
		readonly at: number;
	},
	bodies: readonly Body[],
	before: number
): Allocated[] {
	const { at, ...about } = parent;
	return bodies.map((body, index) => {
		const next = (index + 1) % bodies.length;
		return {
			...about,
			id: before + index + 1,
			body,
			neighbour: { id: before + next + 1, body: bodies[next]! },
			allocatedAt: at,
			allocatedOn: parent.publishedOn
		};
	});
}

function addPeriods(
	rows: RowWriter,
	inspectionId: number,
	reference: string,
	publishedOn: PlainDate
): Told[] {
	const told: Told[] = [];
	let opensOn = addDays(publishedOn, PERIOD_EVERY_DAYS);
	for (; opensOn < AS_AT; opensOn = addDays(opensOn, PERIOD_EVERY_DAYS)) {
		const closesOn = addDays(opensOn, PERIOD_DAYS);
		const closed = closesOn < AS_AT && Date.parse(`${closesOn}T23:59:00Z`) + 4 * 3_600_000;
		rows.add(reportingPeriod, { inspectionId, opensOn, closesOn, closedAt: closed || null });
		told.push({
			action: 'period.open',
			actor: null,
			at: Date.parse(`${opensOn}T08:30:00Z`),
			particulars: { reference, opensOn, lastDay: closesOn }
		});
	}
	return told;
}
