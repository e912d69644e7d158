import { parseArgs } from 'node:util';
import {
	lastDayOfMonth,
	londonDay,
	parsePlainDate,
	partsOf,
	plainDateOf,
	type PlainDate
} from '#lib/domain/plain-date.ts';
import { openReportingPeriod } from '#lib/server/services/reporting-periods.ts';
import { plural } from '#lib/wording/counts.ts';
import { formatDay } from '#lib/wording/dates.ts';
import { Stop, type Command } from '../io.ts';
import { withRegister } from '../register-folder.ts';

export const openPeriod: Command = {
	name: 'open-period',
	summary: 'Opens a reporting period, in which work with an organisation owes an update',
	usage: '[--inspection OIC] [--from 2026-11-01 --to 2026-11-30]  by default this month',
	run(args, io) {
		const { values } = parseArgs({
			args: [...args],
			options: {
				inspection: { type: 'string', default: 'OIC' },
				from: { type: 'string' },
				to: { type: 'string' }
			}
		});
		const { year, month } = partsOf(londonDay(io.clock.now()));
		const opensOn = dayOf(values.from, plainDateOf(year, month, 1));
		const closesOn = dayOf(values.to, lastDayOfMonth(year, month));
		return withRegister(io, async (app) => {
			const period = { opensOn, closesOn };
			const owed = await openReportingPeriod(app, null, values.inspection, period);
			const days = `${formatDay(opensOn)} to ${formatDay(closesOn)}`;
			io.out(`${values.inspection}: ${days}, ${plural(owed, 'update')} owed`);
			return 0;
		});
	}
};

function dayOf(typed: string | undefined, otherwise: PlainDate | null): PlainDate {
	const day = typed === undefined ? otherwise : parsePlainDate(typed);
	if (!day) throw new Stop(`${typed} is not a day. Write it like 2026-11-30.`, 2);
	return day;
}
