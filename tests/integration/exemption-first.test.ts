import { expect, test } from 'vitest';
import { databaseImage } from '../support/database.ts';
import { anExemptionRequest } from '../support/exemption.ts';
import { fillIn, FORMS } from '../support/forms.ts';
import { submit } from '../support/routes.ts';
import { openScene } from '../support/scene.ts';
import { openTestApp } from '../support/test-app.ts';

const MOVES = FORMS.filter(
	({ id, action, verb }) =>
		verb?.startsWith('set-') || (id.endsWith('/moves/report-complete') && action === 'claim')
);

test.each(MOVES)(
	'$needs is refused while a request is open, and the problem links to the request',
	async (form) => {
		const app = openTestApp();
		const scene = await openScene(app);
		const { staged, asked, fields } = await fillIn(app, scene, form, 7);
		await anExemptionRequest(app, staged, scene.claimant);
		const before = databaseImage(app);
		const actor = scene.people[form.verb ? 'inspector' : 'own lead'];
		const { status, data } = await submit(app, actor, asked, fields);
		expect(status).toBe(422);
		expect(data).toMatchObject({
			problems: [
				{
					message: expect.stringContaining('has asked for this to be not applicable'),
					href: '/recommendations/OIC-7/KENT/exemption'
				}
			],
			values: fields
		});
		expect(databaseImage(app)).toBe(before);
	}
);

test('there are four such moves', () => {
	expect(MOVES).toHaveLength(4);
});
