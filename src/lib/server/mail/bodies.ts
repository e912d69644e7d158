import type { Actor } from '#lib/domain/actor.ts';
import type { Moment } from '#lib/domain/clock.ts';
import type { ReportingPeriod } from '#lib/domain/freshness.ts';
import { officialWordingMail, periodMail, successionMail } from '#lib/wording/mail.ts';
import { paths } from '#lib/wording/paths.ts';
import type { Queryable } from '../db/open.ts';
import { listOwing } from '../db/queries/owed-update.ts';
import { addressesOf } from '../db/queries/person.ts';
import { tellOthers } from './assignments.ts';

/**
 * A period that opens, to the leads of every body that owes an update in it: one letter a body, however many.
 * @param actor null when the service itself opens it
 * @param origin what the link begins with
 */
export async function tellOfPeriod(
	tx: Queryable,
	actor: Actor | null,
	inspection: string,
	period: ReportingPeriod & { readonly id: number },
	moment: Moment,
	origin: string
): Promise<void> {
	for (const { organisationId, code, organisation, owed } of await listOwing(tx, period.id)) {
		const words = periodMail({
			...{ inspection, organisation, owed },
			...{ opensOn: period.opensOn, closesOn: period.closesOn },
			...{ actorName: actor?.name ?? 'the service', onDay: moment.today },
			link: origin + paths.organisationReporting(code)
		});
		await tellOthers(tx, actor, await addressesOf(tx, 'lead', organisationId), words, moment);
	}
}

/** The assignments of a body that ended, to the leads of its successor: one letter, however many. */
export async function tellOfSuccession(
	tx: Queryable,
	actor: Actor,
	successor: { readonly id: number; readonly code: string; readonly name: string },
	came: Pick<Parameters<typeof successionMail>[0], 'from' | 'lastDay' | 'taken' | 'merged'>,
	moment: Moment,
	origin: string
): Promise<void> {
	if (came.taken === 0) return;
	const words = successionMail({
		...came,
		...{ organisation: successor.name, actorName: actor.name, onDay: moment.today },
		link: origin + paths.organisation(successor.code)
	});
	await tellOthers(tx, actor, await addressesOf(tx, 'lead', successor.id), words, moment);
}

/** One thing that official wording changed for a body. */
export interface WordedChange {
	readonly organisationId: number;
	readonly organisationCode: string;
	readonly organisationName: string;
	readonly what: 'dated' | 'added' | 'withdrawn';
}

/** Official wording in force, to the leads of the bodies for which it changed something: one letter a body. */
export async function tellOfOfficialWording(
	tx: Queryable,
	actor: Actor,
	inspection: string,
	changes: readonly WordedChange[],
	moment: Moment,
	origin: string
): Promise<void> {
	for (const [organisationId, own] of Map.groupBy(changes, (change) => change.organisationId)) {
		const { organisationCode, organisationName: organisation } = own[0]!;
		const countOf = (what: WordedChange['what']) => own.filter((one) => one.what === what).length;
		const words = officialWordingMail({
			...{ inspection, organisation, actorName: actor.name, onDay: moment.today },
			...{ dated: countOf('dated'), added: countOf('added'), withdrawn: countOf('withdrawn') },
			link: origin + paths.organisation(organisationCode)
		});
		await tellOthers(tx, actor, await addressesOf(tx, 'lead', organisationId), words, moment);
	}
}
