import { LEAST_CLOSURES } from '#lib/domain/closure-draw.ts';
import { FURTHEST_YEARS, LEAST_TRIED, type BackTest, type Forecast } from '#lib/domain/forecast.ts';
import { formatNumber } from './counts.ts';
import { formatDay } from './dates.ts';

/** 'Between 3 March 2027 and 30 June 2027', or why nothing is said. */
export function forecastWords(forecast: Forecast): string {
	if (forecast.kind === 'range') {
		const { earliest, latest } = forecast;
		if (earliest === latest) return `About ${formatDay(latest)}`;
		return `Between ${formatDay(earliest)} and ${formatDay(latest)}`;
	}
	const { closures, backTest } = forecast;
	switch (forecast.reason) {
		case 'nothing-open':
			return 'Nothing is open';
		case 'too-few':
			return closures < LEAST_CLOSURES
				? `No forecast: ${formatNumber(closures)} confirmed so far, and it takes ${LEAST_CLOSURES}`
				: 'No forecast: all were confirmed on a few days, which shows no pace';
		case 'untried': {
			const so =
				backTest.tried === 0
					? 'not yet be tried on itself'
					: `be tried on itself ${times(backTest.tried)}`;
			return `No forecast: it could ${so}, and it takes ${times(LEAST_TRIED)}`;
		}
		case 'not-borne-out':
			return `No forecast: only ${backTest.inside} of its last ${backTest.tried} came true`;
		case 'too-far':
			return `No forecast: at the pace so far it could take over ${FURTHEST_YEARS} years`;
	}
}

/** 'Last 6 forecasts: 5 inside the range' */
export function backTestWords({ tried, inside }: BackTest): string {
	if (tried === 0) return 'Not tried yet';
	const last = tried === 1 ? 'Last forecast' : `Last ${formatNumber(tried)} forecasts`;
	return `${last}: ${formatNumber(inside)} inside the range`;
}

/** 'once', 'twice', '4 times' */
function times(many: number): string {
	return many === 1 ? 'once' : many === 2 ? 'twice' : `${formatNumber(many)} times`;
}

/** What a reader has to know to use one. */
export const FORECAST_BASIS =
	'A range, not a promise: if things go on as they have, the last one is confirmed inside it eight times in ten. ' +
	'It is worked out from the days on which this recommendation’s assignments were confirmed so far, and knows ' +
	'nothing of plans or deadlines. Each was tried on itself: made again as it would have been at the end of ' +
	'earlier months, and asked how many would be confirmed in the 90 days that followed.';
