import type { Particulars } from '#lib/domain/audit-entry.ts';
import { parsePlainDate } from '#lib/domain/plain-date.ts';
import { plural } from '../counts.ts';
import { formatDay } from '../dates.ts';
import { plainLine } from '../plain-line.ts';

/** Completes "Alex Doe …", without the full stop. */
export type Predicate = (facts: Facts) => string;

export interface Facts {
	/** The first of the keys that holds something, as one plain line; days as '4 June 2025'. */
	text(...keys: string[]): string;
	/** The words and then the fact, or nothing where the fact is missing. */
	suffix(words: string, ...keys: string[]): string;
	/** As `suffix`, with the fact in quotation marks that it cannot close: for what people typed. */
	quoted(words: string, ...keys: string[]): string;
	/** '12 assignments', or the plural noun alone where no count was kept. */
	count(one: string, many?: string): string;
	/** 'OIC-7 for Kent Police' */
	about(): string;
}

export function readFacts(particulars: Particulars): Facts {
	const text = (...keys: string[]) => {
		for (const key of keys) {
			const shown = show(particulars[key]);
			if (shown !== '') return shown;
		}
		return '';
	};
	const suffix = (words: string, ...keys: string[]) => {
		const shown = text(...keys);
		return shown === '' ? '' : `${words} ${shown}`;
	};
	const quoted = (words: string, ...keys: string[]) => {
		const shown = text(...keys);
		return shown === '' ? '' : `${words} “${shown.replace(/[“”„‟]/g, '"')}”`;
	};
	const count = (one: string, many = `${one}s`) =>
		typeof particulars.count === 'number' ? plural(particulars.count, one, many) : many;
	const about = () => {
		const reference = text('reference');
		const organisation = text('organisation');
		if (organisation === '') return reference || 'an assignment';
		return `${reference.split('/')[0] || 'an assignment'} for ${organisation}`;
	};
	return { text, suffix, quoted, count, about };
}

function show(value: Particulars[string] | undefined): string {
	if (value === undefined || value === null) return '';
	const day = typeof value === 'string' ? parsePlainDate(value) : null;
	return day === null ? plainLine(String(value)) : formatDay(day);
}
