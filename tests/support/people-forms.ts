import type { Actor } from '#lib/domain/actor.ts';
import { person } from '#lib/server/db/schema/person.ts';
import { eq } from 'drizzle-orm';
import { aPerson } from './builders.ts';
import { aSession, PASSWORD, withPassword } from './doors.ts';
import type { TestApp } from './test-app.ts';

/** A form about people, and what somebody fills in who knows what to say. */
export interface PeopleForm {
	readonly id: string;
	readonly action: string;
	/** For the administrator, or for everybody about themselves. */
	readonly isOwn: boolean;
	readonly fields: Readonly<Record<string, string>>;
	/** Nothing is typed: the button is the form. */
	readonly isWordless?: true;
	/** Makes it so that the form changes something; answers whom it is about. */
	readonly prepare: (app: TestApp, actor: Actor) => Promise<number>;
}

const PERSON = '/(app)/people/[id]';

/** Every form about people and accounts. */
export const PEOPLE_FORMS: readonly PeopleForm[] = [
	{
		id: '/(app)/account',
		action: 'password',
		isOwn: true,
		fields: { currentPassword: PASSWORD, password: 'walnut ferry trombone' },
		prepare: async (app, actor) => (await withPassword(app, actor)).personId
	},
	{
		id: '/(app)/account',
		action: 'others',
		isOwn: true,
		fields: {},
		isWordless: true,
		prepare: async (app, actor) => (await aSession(app, actor)).session.actor.personId
	},
	{
		id: '/(app)/people/invite',
		action: 'default',
		isOwn: false,
		fields: {
			name: 'Sam Gray',
			email: 'sam.gray@kent.test',
			national: 'observer',
			'role-1': 'lead',
			'organisation-1': 'KENT',
			submissionKey: '24d0f4aa-0b5a-4f1a-a24f-a43708028b9b'
		},
		prepare: async () => 0
	},
	{
		id: PERSON,
		action: 'roles',
		isOwn: false,
		fields: { seen: 'inspector', national: 'observer' },
		prepare: anInspector
	},
	{
		id: PERSON,
		action: 'renew',
		isOwn: false,
		fields: {},
		isWordless: true,
		prepare: anInspector
	},
	{
		id: PERSON,
		action: 'reactivate',
		isOwn: false,
		fields: {},
		isWordless: true,
		async prepare(app) {
			const personId = await anInspector(app);
			await app.db.write((tx) =>
				tx.update(person).set({ deactivatedAt: 1 }).where(eq(person.id, personId))
			);
			return personId;
		}
	},
	{
		id: `${PERSON}/deactivate`,
		action: 'default',
		isOwn: false,
		fields: {},
		isWordless: true,
		prepare: anInspector
	}
];

async function anInspector(app: TestApp): Promise<number> {
	return (await aPerson(app, 'inspector')).personId;
}
