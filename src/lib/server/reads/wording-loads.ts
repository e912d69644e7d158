import type { Actor } from '#lib/domain/actor.ts';
import { STANDING_PHRASES } from '#lib/domain/addressee-phrase.ts';
import { matchAddressee } from '#lib/domain/organisation.ts';
import { can, mustBeAbleTo } from '#lib/domain/policy.ts';
import { notFound } from '#lib/domain/refusal.ts';
import { seenText } from '#lib/domain/seen.ts';
import { problemsOfItems } from '#lib/domain/wording-load.ts';
import type { Context } from '../db/context.ts';
import type { Queryable } from '../db/open.ts';
import { listInspections } from '../db/queries/inspection.ts';
import { planAcceptance, seenOf } from '../db/queries/wording-acceptance.ts';
import {
	findLoad,
	listBodies,
	listLoadItems,
	listLoads,
	listPhraseChanges,
	listTurns,
	listWorded,
	standingPhrases,
	type Load,
	type LoadItem
} from '../db/queries/wording-load.ts';
import { remember } from '../db/remember.ts';

/** Everything that was loaded, latest first. @throws Refusal 'not-allowed' */
export async function readWordingLoads({ db }: Context, actor: Actor) {
	mustBeAbleTo(actor, 'load-wording');
	const loads = await listLoads(db.read);
	return loads.map((load) => ({ ...shown(load), isOwn: load.loadedBy === actor.personId }));
}

/** What the form that loads wording offers. @throws Refusal 'not-allowed' */
export async function readWordingForm({ db }: Context, actor: Actor, asked: string | null) {
	mustBeAbleTo(actor, 'load-wording');
	const inspections = await listInspections(db.read);
	const chosen = inspections.find(({ code }) => code === asked);
	return {
		inspections: inspections.map(({ code, title }) => ({ code, title })),
		chosen: chosen ? { code: chosen.code, title: chosen.title, url: chosen.url } : null
	};
}

/** A load with its items, source beside result. @throws Refusal 'not-allowed' or 'not-found' */
export async function readWordingLoad({ db }: Context, actor: Actor, key: string) {
	mustBeAbleTo(actor, 'load-wording');
	const { load, shownItems: items, turns, problems } = await readLoaded(db.read, key);
	const isWaiting = load.outcome === null;
	const isOwn = load.loadedBy === actor.personId;
	return {
		...{ ...shown(load), turns, items, problems, isOwn },
		may: {
			correct: isWaiting && isOwn,
			...stepsOf(actor, load),
			putAside: isWaiting
		}
	};
}

const readLoaded = remember(async (db: Queryable, key: string) => {
	const load = await findLoad(db, key);
	const items = await listLoadItems(db, load.id);
	const worded = await listWorded(db, load.inspectionId);
	const bodies = await listBodies(db);
	const known = new Set(worded.map(({ number }) => number));
	return {
		load,
		items,
		shownItems: items.map((item) => ({
			...drawn(item),
			isNew: item.number !== null && !known.has(item.number),
			titleStanding: worded.find(({ number }) => number === item.number)?.title ?? null,
			fallsTo: fallsTo(item.organisations, bodies)
		})),
		problems: load.outcome === null ? problemsOfItems(items, known) : [],
		turns: await listTurns(db, load.id)
	};
});

/** One item for its form. @throws Refusal 'not-allowed' or 'not-found' */
export async function readWordingItem(
	{ db }: Context,
	actor: Actor,
	key: string,
	position: number
) {
	mustBeAbleTo(actor, 'load-wording');
	const { load, items } = await readLoaded(db.read, key);
	const item = items.find((one) => one.position === position);
	if (!item) throw notFound('wording-item');
	const bodies = await listBodies(db.read);
	return {
		...{ load: shown(load), item, isOwn: load.loadedBy === actor.personId },
		bodies: bodies.map(({ code, name }) => ({ code, name })),
		chosen: patternsOf(item.organisations, bodies),
		next: items.find((one) => one.position > position)?.position ?? null
	};
}

/** What accepting would do, item by item. @throws Refusal 'not-allowed' or 'not-found' */
export async function readAcceptance({ db }: Context, actor: Actor, key: string) {
	mustBeAbleTo(actor, 'accept-wording');
	const { load, ...rest } = await readPlanned(db.read, key);
	return { ...shown(load), isOwn: load.loadedBy === actor.personId, ...rest };
}

const readPlanned = remember(async (db: Queryable, key: string) => {
	const load = await findLoad(db, key);
	const plan = await planAcceptance(db, load);
	const bodies = await listBodies(db);
	const names = new Map(bodies.map(({ code, name }) => [code, name]));
	const known = new Set(plan.flatMap(({ standing }) => (standing ? [standing.number] : [])));
	const problems = problemsOfItems(
		plan.map(({ item }) => item),
		known
	);
	return {
		load,
		seen: seenText(seenOf(plan)),
		problems,
		plan: plan.map(({ item, standing, offers, ...rest }) => ({
			...{
				item: drawn(item),
				standing: standing ?? null,
				fallsTo: fallsTo(item.organisations, bodies)
			},
			offers: offers.map((offer) => ({
				...offer,
				name: names.get(offer.organisation) ?? offer.organisation
			})),
			...rest
		}))
	};
});

/** The table of phrases with what each stands for, and its history. @throws Refusal 'not-allowed' */
export async function readAddresseePhrases({ db }: Context, actor: Actor) {
	mustBeAbleTo(actor, 'load-wording');
	const bodies = await listBodies(db.read);
	const phrases = await standingPhrases(db.read);
	const changes = await listPhraseChanges(db.read);
	return {
		phrases: [...phrases]
			.map(([phrase, patterns]) => ({
				phrase,
				fallsTo: fallsTo(codesOf(patterns, bodies), bodies),
				change: changes.find((change) => change.phrase === phrase) ?? null
			}))
			.toSorted((a, b) => a.phrase.localeCompare(b.phrase, 'en')),
		changes: changes.map(({ id, at, phrase, by, patterns }) => ({
			...{ id, at, phrase, by },
			fallsTo: fallsTo(codesOf(JSON.parse(patterns) as string[], bodies), bodies)
		}))
	};
}

/** One phrase for its form; a new one where none is asked for. @throws Refusal 'not-allowed' */
export async function readAddresseePhrase({ db }: Context, actor: Actor, phrase: string) {
	mustBeAbleTo(actor, 'load-wording');
	const bodies = await listBodies(db.read);
	const table = await standingPhrases(db.read);
	const patterns = table.get(phrase) ?? [];
	return {
		// Where a phrase is added, those that are there already: they are changed, not added.
		known: phrase === '' ? [...table.keys()] : [],
		...{ phrase, patterns, seen: seenText({ patterns }) },
		isStanding: STANDING_PHRASES.has(phrase),
		bodies: bodies.map(({ code, name }) => ({ code, name }))
	};
}

/** What somebody may do with wording that is not settled, by where it stands. */
function stepsOf(actor: Actor, load: Load) {
	const isOwn = load.loadedBy === actor.personId;
	const mayCheck = load.standing === 'to-check' && !isOwn && can(actor, 'accept-wording');
	return { accept: mayCheck, sendBack: mayCheck, offer: load.standing === 'sent-back' && isOwn };
}

/** A load for a form about the whole of it. @throws Refusal 'not-allowed' or 'not-found' */
export async function readWordingStep(
	{ db }: Context,
	actor: Actor,
	key: string,
	action: 'load-wording' | 'accept-wording'
) {
	mustBeAbleTo(actor, action);
	return shown(await findLoad(db.read, key));
}

/** What a page draws of one: whom it falls to is said in its own words. */
function drawn({ id: _id, loadId: _loadId, organisations: _codes, ...item }: LoadItem) {
	return item;
}

type Bodies = Awaited<ReturnType<typeof listBodies>>;

function shown({ id: _id, inspectionId, loadedBy: _by, turnBy: _turnBy, ...load }: Load) {
	return { ...load, isNewInspection: inspectionId === null };
}

function codesOf(patterns: readonly string[], bodies: Bodies): string[] {
	return patterns
		.flatMap((pattern) => matchAddressee(pattern, bodies) ?? [])
		.map(({ code }) => code);
}

/** 'All police forces (43)' where all of a kind are named, and the others by name. */
function fallsTo(codes: readonly string[], bodies: Bodies) {
	return patternsOf(codes, bodies).map((pattern) => {
		const matched = matchAddressee(pattern, bodies) ?? [];
		return pattern.endsWith(':*')
			? { pattern, name: null, count: matched.length }
			: { pattern, name: matched[0]?.name ?? pattern, count: 1 };
	});
}

/** The shortest way to say them: a whole kind of two or more by its pattern. */
function patternsOf(codes: readonly string[], bodies: Bodies): string[] {
	const whole = ['police-force', 'regional-unit'].filter((kind) => {
		const own = bodies.filter((body) => body.kind === kind);
		return own.length > 1 && own.every(({ code }) => codes.includes(code));
	});
	const inWhole = new Set(
		bodies.filter(({ kind }) => whole.includes(kind)).map(({ code }) => code)
	);
	return [...whole.map((kind) => `${kind}:*`), ...codes.filter((code) => !inWhole.has(code))];
}
