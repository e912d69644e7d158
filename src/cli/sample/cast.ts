import type { Actor, RoleHolding } from '#lib/domain/actor.ts';
import { SAMPLE_PASSWORD, SAMPLE_SIGN_INS, type SampleSignIn } from '#lib/domain/sample.ts';
import { hashPassword } from '#lib/server/auth/password.ts';
import type { Context } from '#lib/server/db/context.ts';
import { createPerson } from '#lib/server/services/people.ts';
import type { SampleActor } from './step.ts';

/** Everybody who acts in the sample register. */
export interface Cast {
	/** Who does what somebody in this part does, for one organisation where the part belongs to one. */
	actor(part: SampleActor | 'admin' | 'board', organisation: string): Actor;
}

/**
 * Those who can sign in, and one lead for every other organisation, who cannot.
 * @param organisationIds of those that have assignments, by code
 */
export async function makeCast(
	app: Context,
	organisationIds: ReadonlyMap<string, number>,
	nextName: () => string
): Promise<Cast> {
	const actors = new Map<string, Actor>();
	for (const signIn of SAMPLE_SIGN_INS) {
		const passwordHash = await hashPassword(SAMPLE_PASSWORD);
		actors.set(signIn.email, await enter(app, signIn, organisationIds, passwordHash));
	}
	const leads = new Map<string, Actor>();
	for (const code of organisationIds.keys()) {
		const known = SAMPLE_SIGN_INS.find((one) => one.role === 'lead' && one.organisation === code);
		const email = known?.email ?? `${code.toLowerCase()}.lead@sample.test`;
		const lead = { email, name: nextName(), role: 'lead' as const, organisation: code };
		leads.set(code, actors.get(email) ?? (await enter(app, lead, organisationIds, null)));
	}
	return {
		actor(part, organisation) {
			if (part === 'lead') return found(leads.get(organisation), organisation);
			const email = part === 'contributor' ? `${organisation.toLowerCase()}.contributor` : part;
			return found(actors.get(`${email}@sample.test`), email);
		}
	};
}

async function enter(
	app: Context,
	{ email, name, role, organisation }: Omit<SampleSignIn, 'words'>,
	organisationIds: ReadonlyMap<string, number>,
	passwordHash: string | null
): Promise<Actor> {
	const organisationId =
		organisation === null ? null : found(organisationIds.get(organisation), organisation);
	const roles: RoleHolding[] = [{ role, organisationId }];
	const personId = await createPerson(app, null, { email, name, roles, passwordHash });
	return { personId, name, email, roles };
}

function found<T>(value: T | undefined, what: string): T {
	if (value === undefined) throw new RangeError(`The sample has nobody for ${what}`);
	return value;
}
