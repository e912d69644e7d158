import { plainDate } from '#lib/domain/plain-date.ts';
import { countHandover } from '#lib/domain/succession.ts';
import { beforeEach, expect, test } from 'vitest';
import { aKey } from '../../../../tests/support/assignment-facts.ts';
import { anOrganisation } from '../../../../tests/support/builders.ts';
import { rowsOf } from '../../../../tests/support/database.ts';
import { outcomeOf } from '../../../../tests/support/refusals.ts';
import { openScene, stage, type Scene } from '../../../../tests/support/scene.ts';
import { openTestApp, type TestApp } from '../../../../tests/support/test-app.ts';
import { endOrganisation, planOf } from './succession.ts';

// Who is told when a body ends, and what they read.

let app: TestApp;
let scene: Scene;

beforeEach(async () => {
	app = openTestApp();
	scene = await openScene(app);
	await stage(app, scene, 'in-progress', 1);
	await stage(app, scene, 'reported-complete', 2);
	await stage(app, scene, 'confirmed', 3);
	app.goTo('2026-04-01');
});

test('the leads of the successor read in one letter what came to them, and nobody else is told', async () => {
	await end('KENT', 'ESSEX');
	expect(letters().map(({ to }) => to)).toEqual(leadsOf(scene.essex));
	for (const { subject, body } of letters()) {
		expect(subject).toBe('3 assignments taken over from Kent Police: Essex Police');
		expect(body).toContain(
			`On 1 April 2026 ${scene.people.administrator.name} recorded that Kent Police ended on 31 March 2026, and that its 3 assignments came to your organisation. Sign in to read why.`
		);
		expect(body).toContain('https://tracker.test/organisations/ESSEX');
		expect(body).not.toContain('The two forces merged');
	}
});

test('the letter says how many of them are one with an assignment that was there', async () => {
	await stage(app, scene, 'in-progress', 3, scene.essex);
	await end('KENT', 'ESSEX');
	expect(letters()[0]?.body).toContain(
		'came to your organisation. 1 of them is now one with an assignment that you had, as far as the one that is less far, with the earlier date. Sign in'
	);
});

test('nobody is told of what was refused, nor where nothing came to anybody', async () => {
	expect(await outcomeOf(end('KENT', 'ESSEX', 2))).toBe('counts-changed');
	await anOrganisation(app, 'SURREY');
	await end('SURREY', 'ESSEX');
	await anOrganisation(app, 'SUSSEX');
	await end('SUSSEX', null);
	expect(letters()).toEqual([]);
});

/** @param handed what the form said, where it is not what there is */
async function end(code: string, successor: string | null, handed?: number): Promise<void> {
	const plan = await planOf(app.db.read, idOf(code)!, successor === null ? null : idOf(successor));
	const counts = countHandover(plan);
	await endOrganisation(app, scene.people.administrator, code, {
		...{ successor, lastDay: plainDate('2026-03-31'), reason: 'The two forces merged' },
		...{ seen: { ...counts, handed: handed ?? counts.handed }, submissionKey: aKey() }
	});
}

function idOf(code: string): number | null {
	const body = rowsOf(app, 'organisation').find((row) => row.code === code);
	return body ? Number(body.id) : null;
}

function letters() {
	return rowsOf(app, 'outbox').toSorted((a, b) => (String(a.to) < String(b.to) ? -1 : 1));
}

/** The addresses of whoever leads a body, in order. */
function leadsOf(organisationId: number): string[] {
	return Object.values(scene.people)
		.filter(({ roles }) =>
			roles.some((one) => one.role === 'lead' && one.organisationId === organisationId)
		)
		.map(({ email }) => email)
		.toSorted();
}
