import { join } from 'node:path';
import { londonDay } from '#lib/domain/plain-date.ts';
import { DATABASE_FILE } from '#lib/server/app.ts';
import { openSession } from '#lib/server/auth/sessions.ts';
import { openDatabase } from '#lib/server/db/open.ts';
import { inspection, personRole } from '#lib/server/db/schema/tables.ts';
import { boardPack } from '#lib/server/db/schema/board-pack.ts';
import { paths } from '#lib/wording/paths.ts';
import { desc, eq } from 'drizzle-orm';
import { openClient } from './ask.ts';
import { atMost, BUDGETS, rounded, type Check } from './budgets.ts';
import type { Signature } from './cast.ts';
import type { Service } from './processes.ts';
import { columns } from './table.ts';

export interface PaperFigures {
	readonly register: string;
	/** Milliseconds for the first paper of a process that has done nothing else, the middle of some processes. */
	readonly cold: number;
	/** Milliseconds after that, p50 and p95. */
	readonly warm: number;
	readonly warmP95: number;
	readonly bytes: number;
}

const PROCESSES = 3;
const WARM_PAPERS = 20;

/**
 * The PDF of a board pack that is a draft, which is read and typeset each time; one that was issued is a file.
 * @param start opens the service on the register in `folder`, as a process of its own
 */
export async function measurePapers(
	register: string,
	folder: string,
	start: () => Promise<Service>
): Promise<PaperFigures> {
	const { path, who } = await draftPack(join(folder, DATABASE_FILE));
	const colds: number[] = [];
	const warms: number[] = [];
	let bytes = 0;
	for (let process = 0; process < PROCESSES; process += 1) {
		const service = await start();
		const client = openClient(service.origin);
		const take = async () => {
			const { status, body, took } = await client.ask(path, { headers: who });
			if (status !== 200) throw new Error(`${path} answered ${status}`);
			bytes = body.length;
			return took;
		};
		colds.push(await take());
		for (let paper = 0; paper < WARM_PAPERS; paper += 1) warms.push(await take());
		client.close();
		await service.stop();
	}
	return {
		...{ register, bytes, cold: percentile(colds, 0.5) },
		...{ warm: percentile(warms, 0.5), warmP95: percentile(warms, 0.95) }
	};
}

export function paperTable(figures: readonly PaperFigures[]): string {
	return columns([
		['Board pack as PDF, of', 'first', 'then p50', 'p95', 'bytes'],
		...figures.map(({ register, cold, warm, warmP95, bytes }) => [
			register,
			`${rounded(cold)} ms`,
			`${rounded(warm)} ms`,
			`${rounded(warmP95)} ms`,
			String(bytes)
		])
	]);
}

/** Only the ten recommendations have a budget: what a pack of thirty takes is for information. */
export function paperChecks([ten]: readonly PaperFigures[]): Check[] {
	if (!ten) return [];
	return [
		atMost('Board pack of ten as PDF, first', ten.cold, BUDGETS.paperCold, 'ms'),
		atMost('Board pack of ten as PDF, then p95', ten.warmP95, BUDGETS.paperWarm, 'ms')
	];
}

/** A draft of the latest inspection as it stands, written as a row, and an inspector who may see it. */
async function draftPack(file: string): Promise<{ path: string; who: Signature }> {
	const db = openDatabase(file);
	const at = Date.now();
	const day = londonDay(at);
	const key = 'bench-pack';
	try {
		const [about] = await db.read.select().from(inspection).orderBy(desc(inspection.publishedOn));
		const [held] = await db.read.select().from(personRole).where(eq(personRole.role, 'inspector'));
		if (!about || !held) throw new Error('There is no inspection, or nobody who inspects');
		const session = await db.write(async (tx) => {
			await tx.insert(boardPack).values({
				...{ key, inspectionId: about.id, organisationId: null, preparedBy: held.personId },
				...{ meeting: 'Board', meetingOn: day, asAt: day, purpose: 'note', marking: 'official' },
				...{ createdAt: at, changedAt: at }
			});
			return openSession(tx, held.personId, at);
		});
		return { path: paths.boardPackPdf(key), who: { cookie: `session=${session}` } };
	} finally {
		db.close();
	}
}

function percentile(all: readonly number[], share: number): number {
	return all.toSorted((a, b) => a - b)[Math.floor(all.length * share)] ?? NaN;
}
