import { readFileSync } from 'node:fs';
import type { Role } from '#lib/domain/actor.ts';
import { plainDate } from '#lib/domain/plain-date.ts';
import {
	organisation,
	person,
	personRole,
	post,
	postHolder
} from '#lib/server/db/schema/tables.ts';
import { readOrganisationsFile } from '#lib/server/exchange/organisations-file.ts';
import { personName } from './phrases.ts';
import { seededRandom, type Random } from './random.ts';
import type { RowWriter } from './row-writer.ts';

export interface Person {
	readonly id: number;
	readonly name: string;
}

/** A body with those who work for it. */
export interface Body {
	readonly id: number;
	readonly code: string;
	readonly name: string;
	readonly leads: readonly Person[];
	readonly contributors: readonly Person[];
	readonly posts: readonly { readonly id: number; readonly title: string }[];
}

export interface Staff {
	readonly bodies: readonly Body[];
	readonly inspectors: readonly Person[];
}

const SEED_FILE = 'organisations.csv';
const FROM = plainDate('2021-01-04');
const CREATED_AT = Date.parse(`${FROM}T09:00:00Z`);
const INSPECTORS = 10;
const POSTS = [
	'Head of Crime',
	'Head of Intelligence',
	'Assistant Chief Constable',
	'Head of Data'
];

/** The first bodies of the sample register, each with leads, contributors and posts; and the inspectorate. */
export function addStaff(rows: RowWriter, howMany: number): Staff {
	const random = seededRandom(1);
	const serial = { person: 0, role: 0, post: 0, holder: 0 };
	const enter = (role: Role, organisationId: number | null): Person => {
		const id = ++serial.person;
		const name = personName(random);
		rows.add(person, { id, name, email: `person${id}@tracker.example`, createdAt: CREATED_AT });
		rows.add(personRole, { id: ++serial.role, personId: id, role, organisationId, fromDay: FROM });
		return { id, name };
	};
	const inspectors = Array.from({ length: INSPECTORS }, () => enter('inspector', null));
	enter('administrator', null);
	enter('observer', null);
	const bodies = organisations(howMany).map(({ code, name }, index): Body => {
		const id = index + 1;
		const leads = [enter('lead', id), enter('lead', id)];
		const contributors = [1, 2, 3].map(() => enter('contributor', id));
		enter('observer', id);
		const posts = POSTS.map((title) => {
			const postId = ++serial.post;
			rows.add(post, { id: postId, organisationId: id, title });
			addHolders(rows, random, postId, serial);
			return { id: postId, title };
		});
		return { id, code, name, leads, contributors, posts };
	});
	addOrganisations(rows, howMany);
	return { bodies, inspectors };
}

/** Somebody holds the post now, and on most posts somebody did before. */
function addHolders(rows: RowWriter, random: Random, postId: number, serial: { holder: number }) {
	const handedOver = plainDate('2024-04-01');
	if (random.chance(0.6)) {
		rows.add(postHolder, {
			id: ++serial.holder,
			postId,
			name: personName(random),
			fromDay: FROM,
			toDay: handedOver
		});
	}
	rows.add(postHolder, {
		id: ++serial.holder,
		postId,
		name: personName(random),
		fromDay: handedOver
	});
}

/** Regional units are left out: which of them a small register has depends on its size. */
function addOrganisations(rows: RowWriter, howMany: number): void {
	for (const [index, facts] of organisations(howMany).entries()) {
		rows.add(organisation, { id: index + 1, ...facts });
	}
}

function organisations(howMany: number) {
	const file = new URL(`../../../src/cli/seed/${SEED_FILE}`, import.meta.url);
	const reading = readOrganisationsFile(SEED_FILE, readFileSync(file));
	if (!reading.ok) throw new Error(`${SEED_FILE} cannot be read`);
	if (reading.content.length < howMany) throw new Error(`Only ${reading.content.length} bodies`);
	return reading.content.slice(0, howMany);
}
