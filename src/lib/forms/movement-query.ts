import { FLOWS, type Flow } from '#lib/domain/movement.ts';
import { addDays, parsePlainDate, partsOf, type PlainDate } from '#lib/domain/plain-date.ts';
import { readPage } from './assignment-filter.ts';
import { joinDay } from './fields.ts';
import type { FieldProblem } from './parse.ts';

export interface MovementQuery {
	readonly inspection: string | undefined;
	readonly from: PlainDate;
	readonly to: PlainDate;
	readonly pick:
		| {
				readonly flow: Flow;
				readonly recommendation: number | undefined;
				readonly organisation: string | undefined;
		  }
		| undefined;
	readonly page: number;
	readonly problems: readonly FieldProblem[];
	/** What the fields show. */
	readonly values: Readonly<Record<string, string>>;
}

const SPAN_DAYS = 30;

/**
 * Reads the address of the movement between two days, each in three parts or as one: the last thirty days,
 * where none are given or what is given is no span. What is wrong is said beside its field.
 */
export function readMovementQuery(params: URLSearchParams, today: PlainDate) {
	const typed = Object.fromEntries(params);
	const problems: FieldProblem[] = [];
	const dayOf = (field: 'from' | 'to', otherwise: PlainDate) => {
		const text = params.get(field) || (joinDay(typed, field) ?? '');
		const day = text === '' ? otherwise : parsePlainDate(text);
		if (!day)
			problems.push({ field, message: `${NAMES[field]} must be a real date, like 27 3 2026` });
		return day ?? otherwise;
	};
	const to = dayOf('to', today);
	const from = dayOf('from', addDays(to, -SPAN_DAYS));
	if (to > today)
		problems.push({ field: 'to', message: `${NAMES.to} must be today or in the past` });
	if (from >= to) {
		problems.push({ field: 'from', message: `${NAMES.from} must be before the last day` });
	}
	const isWhole = problems.length === 0;
	const span = isWhole ? { from, to } : { from: addDays(today, -SPAN_DAYS), to: today };
	return {
		...span,
		inspection: params.get('inspection') || undefined,
		pick: pickOf(params),
		page: readPage(params),
		problems,
		values: isWhole ? { ...partsFor('from', from), ...partsFor('to', to) } : typed
	} satisfies MovementQuery;
}

const NAMES = { from: 'The first day', to: 'The last day' };

function pickOf(params: URLSearchParams) {
	const flow = FLOWS.find((known) => known === params.get('flow'));
	const number = params.get('recommendation') ?? '';
	return (
		flow && {
			flow,
			recommendation: /^[1-9]\d{0,5}$/.test(number) ? Number(number) : undefined,
			organisation: params.get('organisation') || undefined
		}
	);
}

function partsFor(field: string, date: PlainDate): Record<string, string> {
	const { day, month, year } = partsOf(date);
	return {
		[`${field}-day`]: String(day),
		[`${field}-month`]: String(month),
		[`${field}-year`]: String(year)
	};
}
