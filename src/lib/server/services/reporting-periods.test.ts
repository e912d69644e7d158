import { plainDate } from '#lib/domain/plain-date.ts';
import { expect, test } from 'vitest';
import { anAssignment, anOrganisation, aPerson } from '../../../../tests/support/builders.ts';
import { openTestApp } from '../../../../tests/support/test-app.ts';
import { auditEntry } from '../db/schema/audit.ts';
import { reportingPeriod } from '../db/schema/inspection.ts';
import { openReportingPeriod } from './reporting-periods.ts';

const MARCH = { opensOn: plainDate('2026-03-01'), closesOn: plainDate('2026-03-31') };

test('periods follow each other, and each is in the trail', async () => {
	const app = await withInspection();
	await openReportingPeriod(app, null, 'OIC', MARCH);
	await openReportingPeriod(app, null, 'OIC', {
		opensOn: plainDate('2026-04-01'),
		closesOn: plainDate('2026-04-30')
	});
	expect(await app.db.read.select().from(reportingPeriod)).toHaveLength(2);
	const [entry] = await app.db.read.select().from(auditEntry);
	expect(entry?.sentence).toBe(
		'The service opened a reporting period for OIC, from 1 March 2026 to 31 March 2026.'
	);
});

test.each([
	['2026-03-31', '2026-04-30'],
	['2026-02-01', '2026-03-01'],
	['2026-03-10', '2026-03-11'],
	['2026-01-01', '2026-12-31']
])('a period from %s to %s would overlap March', async (opensOn, closesOn) => {
	const app = await withInspection();
	await openReportingPeriod(app, null, 'OIC', MARCH);
	const other = { opensOn: plainDate(opensOn), closesOn: plainDate(closesOn) };
	await expect(openReportingPeriod(app, null, 'OIC', other)).rejects.toMatchObject({
		code: 'period-overlaps'
	});
	expect(await app.db.read.select().from(reportingPeriod)).toHaveLength(1);
});

test('a period that ends before it opens, of no inspection, or by an inspector is refused', async () => {
	const app = await withInspection();
	const backwards = { opensOn: MARCH.closesOn, closesOn: MARCH.opensOn };
	await expect(openReportingPeriod(app, null, 'OIC', backwards)).rejects.toMatchObject({
		code: 'period-ends-before-it-opens',
		field: 'closesOn'
	});
	await expect(openReportingPeriod(app, null, 'XYZ', MARCH)).rejects.toMatchObject({
		code: 'not-found'
	});
	const inspector = await aPerson(app, 'inspector');
	await expect(openReportingPeriod(app, inspector, 'OIC', MARCH)).rejects.toMatchObject({
		code: 'not-allowed'
	});
});

async function withInspection() {
	const app = openTestApp();
	await anAssignment(app, await anOrganisation(app, 'KENT'));
	return app;
}
