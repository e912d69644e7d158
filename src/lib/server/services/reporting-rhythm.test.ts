import { plainDate } from '#lib/domain/plain-date.ts';
import { beforeEach, expect, test } from 'vitest';
import { aKey } from '../../../../tests/support/assignment-facts.ts';
import { databaseImage, rowsOf } from '../../../../tests/support/database.ts';
import { openScene, ROLE_NAMES, stage, type Scene } from '../../../../tests/support/scene.ts';
import { openTestApp, type TestApp } from '../../../../tests/support/test-app.ts';
import { openReportingPeriod } from './reporting-periods.ts';
import { setRhythm } from './reporting-rhythm.ts';

let app: TestApp;
let scene: Scene;

beforeEach(async () => {
	app = openTestApp();
	scene = await openScene(app);
	await stage(app, scene, 'in-progress');
	app.goTo('2026-04-01');
});

test('is set by an inspector, in one sentence, and changes no period that runs', async () => {
	const april = { opensOn: plainDate('2026-04-01'), closesOn: plainDate('2026-04-30') };
	await openReportingPeriod(app, null, 'OIC', april);
	await setRhythm(app, scene.people.inspector, 'OIC', command());
	expect(rowsOf(app, 'audit_entry').at(-1)?.sentence).toMatch(
		/changed how often OIC asks for updates, from “No rhythm” to “Every month”\.$/
	);
	expect(rowsOf(app, 'inspection')).toMatchObject([{ rhythm: 'monthly' }]);
	expect(rowsOf(app, 'reporting_period')).toHaveLength(1);
});

test('set by another meanwhile, to what it is, twice, or of no inspection, is refused', async () => {
	const { inspector } = scene.people;
	const first = command();
	await setRhythm(app, inspector, 'OIC', first);
	const before = databaseImage(app);
	const again = (over: object, code = 'OIC') =>
		setRhythm(app, inspector, code, { ...command(), ...over });
	await expect(again(first)).rejects.toMatchObject({ code: 'already-submitted' });
	await expect(again({ rhythm: 'quarterly' })).rejects.toMatchObject({ code: 'rhythm-changed' });
	await expect(again({ shown: 'monthly' })).rejects.toMatchObject({ code: 'rhythm-unchanged' });
	await expect(again({}, 'XYZ')).rejects.toMatchObject({ code: 'not-found' });
	expect(databaseImage(app)).toBe(before);
});

test.each(ROLE_NAMES)('%s sets it only as an inspector', async (role) => {
	const before = databaseImage(app);
	const set = setRhythm(app, scene.people[role], 'OIC', command());
	if (role === 'inspector' || role === 'inspector and own lead') return set;
	await expect(set).rejects.toMatchObject({ code: 'not-allowed' });
	expect(databaseImage(app)).toBe(before);
});

function command() {
	return { rhythm: 'monthly', shown: 'none', submissionKey: aKey() } as const;
}
