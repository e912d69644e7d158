import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Actor, RoleHolding } from '#lib/domain/actor.ts';
import { DATABASE_FILE, type App } from '#lib/server/app.ts';

/** Somebody of the sample register, by what stands before the @ of their address. */
export function actorOf(app: App, name: string): Actor {
	const connection = new Database(join(app.config.dataDir, DATABASE_FILE), { readonly: true });
	try {
		const person = connection
			.prepare<[string], Omit<Actor, 'roles'>>(
				'select id as personId, name, email from person where email = ?'
			)
			.get(`${name}@sample.test`);
		if (!person) throw new Error(`Nobody is ${name}`);
		const roles = connection
			.prepare<[number], RoleHolding>(
				`select role, organisation_id as organisationId from person_role
				where person_id = ? and to_day is null`
			)
			.all(person.personId);
		return { ...person, roles };
	} finally {
		connection.close();
	}
}
