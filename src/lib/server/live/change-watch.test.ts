import type { Actor } from '#lib/domain/actor.ts';
import type { Watched } from '#lib/domain/watch.ts';
import { record } from '#lib/server/audit/record.ts';
import { endSession } from '#lib/server/auth/sessions.ts';
import { addComment } from '#lib/server/services/conversation.ts';
import { auditEntry, person, personRole } from '#lib/server/db/schema/tables.ts';
import { momentOf } from '#lib/domain/clock.ts';
import { eq, max } from 'drizzle-orm';
import { setTimeout as pause } from 'node:timers/promises';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { aPerson, anAssignment, anOrganisation } from '../../../../tests/support/builders.ts';
import { aSession } from '../../../../tests/support/doors.ts';
import { openTestApp, type TestApp } from '../../../../tests/support/test-app.ts';
import { openChangeWatch, WATCH_LIMITS, type ChangeWatch } from './change-watch.ts';

const LOOK = 20;

let app: TestApp;
let watch: ChangeWatch;
let kent: number;
let essex: number;
let ours: number;
let theirs: number;

beforeEach(async () => {
	app = openTestApp();
	watch = aWatch();
	kent = await anOrganisation(app, 'KENT');
	essex = await anOrganisation(app, 'ESSEX');
	ours = (await anAssignment(app, kent)).id;
	theirs = (await anAssignment(app, essex)).id;
});

describe('a page is told how many changes there were', () => {
	test('to what it shows, as they come, and nothing else', async () => {
		const inspector = await aPerson(app, 'inspector');
		const all = await listen(inspector, { kind: 'register' });
		const one = await listen(inspector, { kind: 'assignment', reference: 'OIC-7', code: 'KENT' });
		const other = await listen(inspector, { kind: 'organisation', code: 'ESSEX' });
		await change(ours);
		await change(ours);
		await settle();
		await change(theirs);
		await settle();
		expect(all.told().at(-1)).toBe(3);
		expect(one.told().at(-1)).toBe(2);
		expect(other.told()).toEqual([1]);
		expect(all.text()).toMatch(/^retry: \d+\n\n(event: changes\ndata: \d\n\n)+$/);
	});

	test('also to what came between its reading and its listening', async () => {
		const inspector = await aPerson(app, 'inspector');
		await change(ours);
		const since = await head();
		await change(ours);
		await change(ours);
		const late = await listen(inspector, { kind: 'register' }, since);
		const early = await listen(inspector, { kind: 'register' }, 0);
		await settle();
		expect(late.told().at(-1)).toBe(2);
		expect(early.told().at(-1)).toBe(3);
		await change(ours);
		await settle();
		expect(late.told().at(-1)).toBe(3);
		expect(early.told().at(-1)).toBe(4);
	});

	test('but nobody of what another body did, and nobody of sign-ins and reading', async () => {
		const lead = await aPerson(app, ['lead', kent]);
		const inspector = await aPerson(app, 'inspector');
		const pages: Watched[] = [
			{ kind: 'register' },
			{ kind: 'inspection', code: 'OIC' },
			{ kind: 'recommendation', reference: 'OIC-7' },
			{ kind: 'organisation', code: 'ESSEX' },
			{ kind: 'assignment', reference: 'OIC-7', code: 'ESSEX' }
		];
		const heard = [];
		for (const page of pages) heard.push(await listen(lead, page));
		const nothing = await listen(inspector, { kind: 'register' });
		await note('session.sign-in');
		await note('evidence.download', ours);
		await settle();
		expect(nothing.told()).toEqual([]);
		await change(theirs);
		await settle();
		expect(heard.map(({ told }) => told())).toEqual([[], [], [], [], []]);
		expect(nothing.told()).toEqual([1]);
	});

	test('of a note inspectors alone, on the pages of its assignment; for a body nothing happened', async () => {
		const inspector = await aPerson(app, 'inspector');
		const colleague = await aPerson(app, 'inspector');
		const inside = await aPerson(app, 'inspector', ['observer', kent]);
		const page: Watched = { kind: 'assignment', reference: 'OIC-7', code: 'KENT' };
		const blind: Actor[] = [inside];
		for (const role of ['lead', 'contributor', 'observer'] as const) {
			blind.push(await aPerson(app, [role, kent]));
		}
		blind.push(await aPerson(app, 'observer'), await aPerson(app, 'administrator'));
		const told = await listen(colleague, page);
		const elsewhere = [
			await listen(colleague, { ...page, code: 'ESSEX' }),
			await listen(colleague, { kind: 'register' })
		];
		const unaware = [];
		for (const actor of blind) unaware.push(await listen(actor, page));
		await addComment(
			app,
			inspector,
			{ reference: 'OIC-7', organisation: 'KENT' },
			{
				...{ audience: 'inspectorate', text: 'Ask for the minutes', mentions: [] },
				submissionKey: 'note'
			}
		);
		await settle();
		expect(told.told()).toEqual([1]);
		expect(elsewhere.map((page) => page.told())).toEqual([[], []]);
		// Not a byte but the signs of life that every stream has.
		expect(unaware.map((page) => page.text().replace(/^retry: \d+\n\n/, ''))).toEqual(
			unaware.map(() => '')
		);
	});

	test('no longer after the right to see it was taken away', async () => {
		const lead = await aPerson(app, ['lead', kent]);
		const heard = await listen(lead, { kind: 'register' });
		await change(ours);
		await settle();
		await app.db.write((tx) =>
			tx
				.update(personRole)
				.set({ toDay: '2026-03-02' as never })
				.where(eq(personRole.personId, lead.personId))
		);
		await settle();
		await change(ours);
		await settle();
		expect(heard.told()).toEqual([1]);
	});
});

describe('a stream ends', () => {
	test('when its person signs out, is deactivated, or does nothing for too long', async () => {
		const [out, gone, idle, here] = await Promise.all(
			[0, 1, 2, 3].map(() => aPerson(app, 'inspector'))
		);
		const streams: Awaited<ReturnType<typeof listen>>[] = [];
		for (const actor of [out, gone, idle, here])
			streams.push(await listen(actor!, { kind: 'register' }));
		await app.db.write((tx) => endSession(tx, streams[0]!.sessionId, 1));
		await app.db.write((tx) =>
			tx.update(person).set({ deactivatedAt: 1 }).where(eq(person.id, gone!.personId))
		);
		await settle();
		expect(streams.map(({ isOver }) => isOver())).toEqual([true, true, false, false]);
		app.goTo(app.clock.now() + 24 * 60 * 60_000);
		await pause(200);
		expect(streams.map(({ isOver }) => isOver())).toEqual([true, true, true, true]);
		expect(watch.listeners).toBe(0);
	});

	test('when its client goes, when it has lasted long enough, and when the service stops', async () => {
		const inspector = await aPerson(app, 'inspector');
		const left = await listen(inspector, { kind: 'register' });
		await left.leave();
		expect(watch.listeners).toBe(0);
		watch = aWatch({ lifeMs: 40 });
		const old = await listen(inspector, { kind: 'register' });
		await pause(250);
		expect(old.isOver()).toBe(true);
		const last = await listen(inspector, { kind: 'register' });
		watch.stop();
		await pause(20);
		expect(last.isOver()).toBe(true);
		expect(await watch.listen(await asked(inspector, { kind: 'register' }))).toBeNull();
	});
});

test('there are no more streams than the limits say, of one person and in all', async () => {
	watch = aWatch({ perPerson: 2, inAll: 3 });
	const [one, two] = [await aPerson(app, 'inspector'), await aPerson(app, 'inspector')];
	const first = await listen(one, { kind: 'register' });
	await listen(one, { kind: 'register' });
	expect(await watch.listen(await asked(one, { kind: 'register' }))).toBeNull();
	await listen(two, { kind: 'register' });
	expect(await watch.listen(await asked(two, { kind: 'register' }))).toBeNull();
	await first.leave();
	await listen(one, { kind: 'register' });
	expect(watch.listeners).toBe(3);
});

test('a client that does not read holds up nobody, and is let go', async () => {
	watch = aWatch({ beatMs: 30 });
	const inspector = await aPerson(app, 'inspector');
	const slow = await watch.listen(await asked(inspector, { kind: 'register' }));
	const quick = await listen(inspector, { kind: 'register' });
	for (let time = 0; time < 5; time += 1) {
		await change(ours);
		await settle();
	}
	expect(quick.told().at(-1)).toBe(5);
	await pause(400);
	expect(watch.listeners).toBe(1);
	// No more waited for it than four pieces.
	let pieces = 0;
	for await (const piece of slow!) pieces += piece.length > 0 ? 1 : 0;
	expect(pieces).toBeLessThanOrEqual(5);
});

test('a hundred pages cost a register at rest nothing, and a change three queries', async () => {
	watch = aWatch({ perPerson: 100, beatMs: 60_000 });
	const inspector = await aPerson(app, 'inspector');
	const { sessionId } = await asked(inspector, { kind: 'register' });
	for (let index = 0; index < 100; index += 1) {
		const page = { actor: inspector, sessionId, watched: { kind: 'register' } as const, since: 0 };
		expect(await watch.listen(page)).not.toBeNull();
	}
	await settle();
	const atRest = app.db.queries.count;
	await settle();
	expect(app.db.queries.count - atRest).toBe(0);
	await change(ours);
	const before = app.db.queries.count;
	await settle();
	expect(app.db.queries.count - before).toBeLessThanOrEqual(3);
});

function aWatch(limits: Partial<typeof WATCH_LIMITS> = {}): ChangeWatch {
	const opened = openChangeWatch(app, { ...WATCH_LIMITS, lookMs: LOOK, beatMs: 50, ...limits });
	onTestFinished(() => opened.stop());
	return opened;
}

const settle = () => pause(LOOK * 10);

async function asked(actor: Actor, watched: Watched, since?: number) {
	const { session } = await aSession(app, actor);
	return { actor, sessionId: session.sessionId, watched, since: since ?? (await head()) };
}

async function listen(actor: Actor, watched: Watched, since?: number) {
	const listening = await asked(actor, watched, since);
	const stream = await watch.listen(listening);
	const reader = stream!.getReader();
	let text = '';
	let isOver = false;
	void (async () => {
		for (;;) {
			const { done, value } = await reader.read();
			if (done) break;
			text += new TextDecoder().decode(value);
		}
		isOver = true;
	})();
	return {
		sessionId: listening.sessionId,
		text: () => text.replaceAll(': still here\n\n', ''),
		told: () => Array.from(text.matchAll(/data: (\d+)/g), ([, many]) => Number(many)),
		isOver: () => isOver,
		leave: () => reader.cancel()
	};
}

function change(assignmentId: number): Promise<void> {
	return note('assignment.start', assignmentId);
}

async function note(action: string, assignmentId?: number): Promise<void> {
	await app.db.write(async (tx) => {
		const particulars = { reference: 'OIC-7/KENT', organisation: 'KENT', name: 'A', fileName: 'f' };
		const about = assignmentId === undefined ? {} : { assignmentId };
		await record(tx, { action, actor: null, moment: momentOf(app.clock), ...about, particulars });
	});
}

async function head(): Promise<number> {
	const [row] = await app.db.read.select({ last: max(auditEntry.sequence) }).from(auditEntry);
	return row?.last ?? 0;
}
