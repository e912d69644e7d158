import { inspect } from 'node:util';
import { readEvidenceArchive } from '#lib/server/reads/evidence-archive.ts';
import { addComment } from '#lib/server/services/conversation.ts';
import { expect, test } from 'vitest';
import { aPerson } from '../support/builders.ts';
import { pagesAbout } from '../support/pages.ts';
import { openPage } from '../support/routes.ts';
import { openScene, ROLE_NAMES, stage, type RoleName } from '../support/scene.ts';
import { openTestApp } from '../support/test-app.ts';
import { aComment } from '../support/writing.ts';

/** Everybody but an inspector who belongs to no organisation. */
const OTHERS = ROLE_NAMES.filter((role) => role !== 'inspector');

test.each(OTHERS)('every page is for %s as if the inspectorate kept no notes', async (role) => {
	const { before, after } = await withAndWithoutNotes(role);
	expect(after).toEqual(before);
});

test('for an inspector it is not, or this would prove nothing', async () => {
	const { before, after } = await withAndWithoutNotes('inspector');
	const different = [...after].filter(([page, sent]) => before.get(page) !== sent);
	expect(different.map(([page]) => page)).toEqual(
		expect.arrayContaining(['/(app)/audit', '/(app)/recommendations/[ref]/[org]/conversation'])
	);
});

/** What every page sends to the role, before and after an inspector keeps notes and begins another. */
async function withAndWithoutNotes(role: RoleName) {
	const app = openTestApp();
	const scene = await openScene(app);
	const colleague = await aPerson(app, 'inspector');
	const staged = await stage(app, scene, 'reported-complete');
	await aComment(app, staged, scene.claimant);
	const actor = scene.people[role];
	const sent = async () => {
		const pages = new Map<string, string>();
		for (const page of pagesAbout(staged)) {
			const answer = await openPage(app, actor, page);
			pages.set(`${page.id}${page.params.verb ?? ''}`, withoutKeys(answer));
		}
		const archive = await readEvidenceArchive(app, actor, staged).catch(String);
		return pages.set('evidence archive', withoutKeys(archive));
	};
	const before = await sent();
	for (const text of ['Ask for the minutes', 'Look again in May']) {
		await addComment(app, scene.people.inspector, staged, {
			audience: 'inspectorate',
			text,
			// Whom a note names is told by mail, and administrators look after the mail.
			mentions: role.startsWith('administrator') ? [] : [colleague.personId],
			submissionKey: text
		});
	}
	return { before, after: await sent() };
}

/** Every form has a key of its own each time it is shown. */
function withoutKeys(data: unknown): string {
	return inspect(data, { depth: null, maxArrayLength: null, maxStringLength: null }).replace(
		/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g,
		'key'
	);
}
