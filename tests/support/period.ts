import { addDays, plainDate } from '#lib/domain/plain-date.ts';
import { openReportingPeriod } from '#lib/server/services/reporting-periods.ts';
import { inspection, reportingPeriod } from '#lib/server/db/schema/tables.ts';
import { eq } from 'drizzle-orm';
import { stage } from './scene.ts';
import type { ServiceForm } from './service-forms.ts';
import { TEST_DAY, type TestApp } from './test-app.ts';

const TO_COME = { opensOn: plainDate('2099-01-01'), closesOn: plainDate('2099-01-31') };

/** A period of OIC that nothing is judged by, because it has not opened; one for the whole register. */
export async function aPeriodToCome({ db }: TestApp): Promise<number> {
	return db.write(async (tx) => {
		const [known] = await tx
			.select({ id: reportingPeriod.id })
			.from(reportingPeriod)
			.where(eq(reportingPeriod.opensOn, TO_COME.opensOn));
		if (known) return known.id;
		const [about] = await tx.select({ id: inspection.id }).from(inspection);
		const [made] = await tx
			.insert(reportingPeriod)
			.values({ inspectionId: about!.id, ...TO_COME })
			.returning({ id: reportingPeriod.id });
		return made!.id;
	});
}

/** Every form about reporting periods. */
export const PERIOD_FORMS: readonly ServiceForm[] = [
	{
		id: '/(app)/periods/rhythm',
		needs: 'run-reporting',
		fields: { inspection: 'OIC', rhythm: 'quarterly', shown: 'none' },
		async prepare(app, scene, number) {
			await stage(app, scene, 'in-progress', number);
			await app.db.write((tx) => tx.update(inspection).set({ rhythm: 'none' }));
			return {};
		}
	},
	{
		id: '/(app)/periods/open',
		needs: 'run-reporting',
		fields: {
			inspection: 'OIC',
			'closesOn-day': '31',
			'closesOn-month': '3',
			'closesOn-year': '2026'
		},
		async prepare(app, scene, number) {
			app.goTo('2026-03-01');
			await stage(app, scene, 'in-progress', number);
			app.goTo(TEST_DAY);
			return {};
		}
	},
	{
		id: '/(app)/periods/[id]/close',
		needs: 'run-reporting',
		fields: {},
		async prepare(app, scene, number) {
			// Each of its own days, because periods do not overlap.
			const opensOn = addDays(plainDate('2026-01-02'), -10 * number);
			app.goTo(addDays(opensOn, -1));
			await stage(app, scene, 'in-progress', number);
			app.goTo(opensOn);
			const closesOn = addDays(opensOn, 5);
			await openReportingPeriod(app, null, 'OIC', { opensOn, closesOn });
			app.goTo(TEST_DAY);
			const rows = await app.db.read.select().from(reportingPeriod);
			const { id } = rows.find((row) => row.opensOn === opensOn)!;
			return { params: { id: String(id) } };
		}
	}
];
