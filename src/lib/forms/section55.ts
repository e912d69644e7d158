import { ACCEPTANCES } from '#lib/domain/acceptance.ts';
import * as v from 'valibot';
import {
	choice,
	day,
	joinDay,
	line,
	optionalNarrative,
	submissionKey,
	version,
	webAddress
} from './fields.ts';
import { parseTyped, type FieldProblem, type Typed } from './parse.ts';

/** Of what is said of one recommendation. */
export const POSITION_MAX = 2000;

const response = v.object({
	inspection: line('the inspection', 20),
	publishedOn: day('the day of publication'),
	url: webAddress('the address of the comments'),
	version,
	submissionKey
});

const position = v.object({
	acceptance: choice(ACCEPTANCES, 'Select what the comments say of this recommendation'),
	comment: optionalNarrative('the note', POSITION_MAX)
});

/** What was published, and of each recommendation the inputs 'position-7' and 'comment-7', by its number. */
export function parseSection55(typed: Typed) {
	const day = joinDay(typed, 'publishedOn') ?? '';
	const parsed = parseTyped(response, { ...typed, publishedOn: day });
	const problems: FieldProblem[] = parsed.ok ? [] : [...parsed.problems];
	const positions = Object.keys(typed).flatMap((name) => {
		const number = /^position-(\d{1,4})$/.exec(name)?.[1];
		if (number === undefined) return [];
		const comment = typed[`comment-${number}`];
		const row = { acceptance: typed[name] ?? '', ...(comment === undefined ? {} : { comment }) };
		const said = parseTyped(position, row);
		if (said.ok) return [{ number: Number(number), ...said.command }];
		const fields = { acceptance: 'position', comment: 'comment' } as Record<string, string>;
		for (const { field, message } of said.problems) {
			problems.push({ field: `${fields[field] ?? field}-${number}`, message });
		}
		return [];
	});
	if (!parsed.ok || problems.length > 0) return { ok: false, problems } as const;
	return { ok: true, command: { ...parsed.command, positions } } as const;
}
