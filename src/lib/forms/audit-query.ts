import { joinDay } from './fields.ts';
import { parsePlainDate, type PlainDate } from '#lib/domain/plain-date.ts';
import { parseReference } from '#lib/domain/reference.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import type { FieldProblem } from './parse.ts';

export interface AuditQuery {
	readonly from: PlainDate | undefined;
	readonly to: PlainDate | undefined;
	/** 'OIC-7' with 'KENT'. */
	readonly assignment: { reference: string; organisation: string } | undefined;
	/** Entries before this one: how the next page is asked for. */
	readonly before: number | undefined;
	readonly problems: readonly FieldProblem[];
}

/** Reads the address of the trail. What makes no sense is said beside its field, and filters nothing away. */
export function readAuditQuery(params: URLSearchParams): AuditQuery {
	const typed = Object.fromEntries(params);
	const problems: FieldProblem[] = [];
	const from = readDay('from', 'The first day');
	const to = readDay('to', 'The last day');
	if (from && to && from > to) {
		problems.push({ field: 'to', message: 'The last day must be the first day or later' });
	}
	const about = (params.get('assignment') ?? '').trim().toUpperCase();
	const [reference = '', organisation = '', ...more] = about.split('/');
	const isAssignment = parseReference(reference) && organisation !== '' && more.length === 0;
	if (about !== '' && !isAssignment) {
		problems.push({ field: 'assignment', message: 'Enter a reference like OIC-7/KENT' });
	}
	return {
		from,
		to,
		assignment: isAssignment ? { reference, organisation } : undefined,
		before: readSequence(params.get('before')),
		problems
	};

	function readDay(name: string, what: string): PlainDate | undefined {
		const text = joinDay(typed, name) ?? '';
		if (text === '') return undefined;
		const day = parsePlainDate(text);
		if (!day)
			problems.push({ field: name, message: `${what} must be a real date, like 27 3 2026` });
		return day ?? undefined;
	}
}

function readSequence(text: string | null): number | undefined {
	if (text === null || text === '') return undefined;
	if (!/^[1-9]\d{0,14}$/.test(text)) {
		throw new Refusal('unknown-filter', { facts: { field: 'before' } });
	}
	return Number(text);
}
