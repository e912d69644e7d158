import type { ClosureDay } from '#lib/domain/closure-draw.ts';
import { forecastOf, type Forecast } from '#lib/domain/forecast.ts';
import type { PlainDate } from '#lib/domain/plain-date.ts';
import type { ClosureFlow } from '../db/queries/daily-flow.ts';

const KEPT_FORECASTS = 500;

const forecasts = new Map<string, Forecast>();

/**
 * Drawing some hundred futures takes milliseconds, and a change of one recommendation leaves the history of the
 * others as it was: each is drawn again only when its own is another.
 */
export function forecastFrom(flows: readonly ClosureFlow[], today: PlainDate): Forecast {
	let open = 0;
	const history: ClosureDay[] = flows.map((flow) => {
		open += flow.open;
		return { day: flow.day, confirmed: flow.confirmations, open };
	});
	const key = JSON.stringify([today, history]);
	const known = forecasts.get(key);
	if (known) return known;
	const made = forecastOf(history, today);
	if (forecasts.size >= KEPT_FORECASTS) forecasts.clear();
	forecasts.set(key, made);
	return made;
}
