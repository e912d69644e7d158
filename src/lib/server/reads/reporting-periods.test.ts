import { plainDate } from '#lib/domain/plain-date.ts';
import { expect, test } from 'vitest';
import { openScene, stage } from '../../../../tests/support/scene.ts';
import { openTestApp } from '../../../../tests/support/test-app.ts';
import { setOutcome } from '../../../../tests/support/owed.ts';
import { closeReportingPeriod, openReportingPeriod } from '../services/reporting-periods.ts';
import { readReportingPeriod } from './reporting-period.ts';
import { readReportingPeriods } from './reporting-periods.ts';

const APRIL = { opensOn: plainDate('2026-04-01'), closesOn: plainDate('2026-04-30') };

test('the list counts what each page of a period lists, before and after it is closed', async () => {
	const app = openTestApp();
	const scene = await openScene(app);
	const { inspector } = scene.people;
	const staged = [
		await stage(app, scene, 'in-progress', 1),
		await stage(app, scene, 'in-progress', 2),
		await stage(app, scene, 'in-progress', 3, scene.essex)
	];
	app.goTo('2026-04-01');
	await openReportingPeriod(app, null, 'OIC', APRIL);
	const numbers = async () => {
		const { periods } = await readReportingPeriods(app, inspector, undefined, 1);
		const { owed, reported, closedMeanwhile } = periods[0]!;
		return { all: owed, reported, 'closed-meanwhile': closedMeanwhile };
	};
	const agree = async () => {
		const counted = await numbers();
		for (const [shown, count] of Object.entries(counted)) {
			const { list } = await readReportingPeriod(app, inspector, 1, shown as 'all', 1);
			expect(list?.rows, shown).toHaveLength(count);
		}
		const { chase, counts } = await readReportingPeriod(app, inspector, 1, 'silent', 1);
		const silent = counted.all - counted.reported - counted['closed-meanwhile'];
		expect(counts.silent).toBe(silent);
		expect(chase?.bodies.flatMap(({ rows }) => rows)).toHaveLength(silent);
		return counted;
	};
	expect(await agree()).toEqual({ all: 3, reported: 0, 'closed-meanwhile': 0 });
	await setOutcome(app, staged[0]!, 'reported');
	expect(await agree()).toEqual({ all: 3, reported: 1, 'closed-meanwhile': 0 });
	await setOutcome(app, staged[1]!, 'closed-meanwhile');
	expect(await agree()).toEqual({ all: 3, reported: 1, 'closed-meanwhile': 1 });
	app.goTo('2026-05-01');
	await closeReportingPeriod(app, null, 1);
	expect(await agree()).toEqual(await agree());
	expect(await numbers()).toEqual({ all: 3, reported: 1, 'closed-meanwhile': 1 });
});

test('whom to chase is named with addresses to inspectors only', async () => {
	const app = openTestApp();
	const scene = await openScene(app);
	await stage(app, scene, 'in-progress', 1);
	app.goTo('2026-04-01');
	await openReportingPeriod(app, null, 'OIC', APRIL);
	const chaseFor = async (role: 'inspector' | 'national observer') =>
		(await readReportingPeriod(app, scene.people[role], 1, 'silent', 1)).chase?.bodies[0];
	const leads = (await chaseFor('inspector'))?.leads.map(({ email }) => email);
	expect(leads).toContain(scene.people['own lead'].email);
	expect(leads).not.toContain(scene.people['foreign lead'].email);
	expect(JSON.stringify(await chaseFor('national observer'))).not.toMatch(/@tracker\.test/);
});
