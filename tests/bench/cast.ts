import Database from 'better-sqlite3';
import { openSession } from '#lib/server/auth/sessions.ts';
import { hashOfToken, newToken } from '#lib/server/auth/tokens.ts';
import { openDatabase } from '#lib/server/db/open.ts';
import { personalToken } from '#lib/server/db/schema/token.ts';
import { TOKEN_SCOPES, tokenExpiry, type TokenPurpose } from '#lib/domain/token.ts';
import { paths } from '#lib/wording/paths.ts';

/** The header that says who asks. */
export type Signature = Readonly<Record<'cookie', string>>;

export interface Desk {
	readonly who: Signature;
	/** Addresses of assignments that are theirs, open, and being worked on. */
	readonly open: readonly string[];
	/** Those on which no work has begun. */
	readonly unstarted: readonly string[];
}

/** Who and what the bench goes by: people with an open session each, and addresses. */
export interface Cast {
	readonly inspector: Signature;
	readonly administrator: Signature;
	readonly observer: Signature;
	readonly lead: Signature;
	readonly contributor: Signature;
	/** The two leads of each body, one after the other: they share what is open. */
	readonly desks: readonly Desk[];
	/** The code of the body that `lead` and `contributor` are of. */
	readonly body: string;
	/** The inspection that pages show when none is named. */
	readonly inspection: string;
	readonly recommendation: string;
	/** An assignment of `body` with as long a history as most have, and the one with the longest of all. */
	readonly ordinary: Named;
	readonly busiest: Named;
	/** An open assignment of `body` under a recommendation with parts. */
	readonly inParts: string;
	/** An assignment of `body` of which a claim waits. */
	readonly claimed: string;
	/** An action in the plan of `ordinary`. */
	readonly action: string;
	/** The post of `body` that owns most. */
	readonly post: number;
	/** Wording that waits to be checked, a workbook that came back, a pack that was issued, a sample: their keys. */
	readonly keys: Readonly<Record<'wording' | 'workbook' | 'pack' | 'sample', string>>;
	/** Of the inspector, for programs; and the secret of the lead's calendar. */
	readonly program: Readonly<Record<'authorization', string>>;
	readonly calendar: string;
	/** The latest period of `inspection`. */
	readonly period: number;
}

interface Named {
	readonly path: string;
	readonly reference: string;
	readonly id: number;
}

/** Opens a session for each of the cast, directly: nobody signs in while the clock runs. */
export async function castOf(file: string): Promise<Cast> {
	const db = openDatabase(file);
	const signIn = async (personId: number): Promise<Signature> => ({
		cookie: `session=${await db.write((tx) => openSession(tx, personId, Date.now()))}`
	});
	const connection = new Database(file, { readonly: true });
	try {
		const holders = (role: string, organisationId: number | null) =>
			connection
				.prepare<unknown[], number>(
					'select person_id from person_role where role = ? and organisation_id is ? order by id'
				)
				.pluck()
				.all(role, organisationId);
		const bodies = connection
			.prepare<[], { id: number; code: string }>('select id, code from organisation order by id')
			.all();
		const desks: Desk[] = [];
		for (const { id } of bodies) {
			const open = assignmentsOf(connection, id, ['in-progress', 'returned']);
			const unstarted = assignmentsOf(connection, id, ['not-started']);
			for (const personId of holders('lead', id)) {
				desks.push({ who: await signIn(personId), open, unstarted });
			}
		}
		const body = bodies[0]!;
		const ordinary = byHistory(connection, `= 15 and o.code = '${body.code}'`);
		const inspection = connection
			.prepare<[], string>('select code from inspection order by published_on desc, code limit 1')
			.pluck()
			.get()!;
		return {
			inspector: await signIn(holders('inspector', null)[0]!),
			administrator: await signIn(holders('administrator', null)[0]!),
			observer: await signIn(holders('observer', null)[0]!),
			lead: desks[0]!.who,
			contributor: await signIn(holders('contributor', body.id)[0]!),
			desks,
			body: body.code,
			inspection,
			recommendation: `${inspection}-3`,
			ordinary,
			busiest: byHistory(connection, '> 15'),
			inParts: openWithParts(connection, body.id),
			claimed: assignmentsOf(connection, body.id, ['reported-complete'])[0] ?? none('claim waits'),
			action: one<string>(
				connection,
				`select key from action join action_assignment on action_id = action.id
				where assignment_id = ${ordinary.id} limit 1`
			),
			keys: keysOf(connection, body.id),
			program: {
				authorization: `Bearer ${await giveToken(db, holders('inspector', null)[0]!, 'api')}`
			},
			calendar: await giveToken(db, holders('lead', body.id)[0]!, 'calendar'),
			post: one<number>(
				connection,
				`select owner_post_id from assignment where organisation_id = ${body.id}
				and owner_post_id is not null group by 1 order by count(*) desc limit 1`
			),
			period: one<number>(
				connection,
				`select p.id from reporting_period p join inspection i on i.id = p.inspection_id
				where i.code = '${inspection}' order by p.opens_on desc limit 1`
			)
		};
	} finally {
		connection.close();
		db.close();
	}
}

function keysOf(connection: Database.Database, bodyId: number) {
	const key = (query: string) => one<string>(connection, query);
	return {
		wording: key('select key from wording_load where outcome is null limit 1'),
		workbook: key(`select r.key from workbook_return r join workbook_download d
			on d.id = r.download_id where d.organisation_id = ${bodyId} limit 1`),
		pack: key(`select p.key from board_pack p join board_pack_issue i on i.pack_id = p.id
			where p.organisation_id is null order by i.number desc limit 1`),
		sample: key('select key from sample_draw order by id desc limit 1')
	};
}

async function giveToken(
	db: ReturnType<typeof openDatabase>,
	personId: number,
	purpose: TokenPurpose
): Promise<string> {
	const token = newToken();
	await db.write((tx) =>
		tx.insert(personalToken).values({
			...{ tokenHash: hashOfToken(token), personId, purpose, name: 'Bench' },
			...{ scopes: purpose === 'api' ? TOKEN_SCOPES.join(' ') : '', createdAt: Date.now() },
			expiresAt: tokenExpiry(purpose, 30, Date.now())
		})
	);
	return token;
}

const NAMED = `from assignment a join recommendation r on r.id = a.recommendation_id
	join inspection i on i.id = a.inspection_id join organisation o on o.id = a.organisation_id`;

function assignmentsOf(
	connection: Database.Database,
	organisationId: number,
	statuses: readonly string[]
): string[] {
	return connection
		.prepare<unknown[], { ref: string; code: string }>(
			`select i.code || '-' || r.number as ref, o.code ${NAMED} where o.id = ?
			and a.status in (${statuses.map(() => '?').join(', ')}) order by a.id desc`
		)
		.all(organisationId, ...statuses)
		.map(({ ref, code }) => paths.assignment(ref, code));
}

function openWithParts(connection: Database.Database, organisationId: number): string {
	const found = connection
		.prepare<[number], { ref: string; code: string }>(
			`select i.code || '-' || r.number as ref, o.code ${NAMED} where o.id = ?
			and a.status = 'in-progress' and exists
				(select 1 from recommendation_part p where p.recommendation_id = r.id)
			order by a.id desc limit 1`
		)
		.get(organisationId);
	if (!found) throw new Error('No open assignment has parts');
	return paths.assignment(found.ref, found.code);
}

function none(what: string): never {
	throw new Error(`No ${what}`);
}

function one<Value>(connection: Database.Database, query: string): Value {
	return connection.prepare<[], Value>(query).pluck().get()!;
}

/** The assignment with the longest trail among those whose trail has so many entries. */
function byHistory(connection: Database.Database, condition: string): Named {
	const found = connection
		.prepare<[], { id: number; ref: string; code: string }>(
			`select a.id, i.code || '-' || r.number as ref, o.code, count(*) as entries ${NAMED}
			join audit_entry e on e.assignment_id = a.id group by a.id
			having entries ${condition} order by entries desc, a.id desc limit 1`
		)
		.get();
	if (!found) throw new Error(`No assignment has a history ${condition}`);
	return {
		id: found.id,
		path: paths.assignment(found.ref, found.code),
		reference: `${found.ref}/${found.code}`
	};
}
