import { PART_LABEL_MAX, PART_TEXT_MAX, type WrittenPart } from '#lib/domain/part.ts';
import * as v from 'valibot';
import {
	choice,
	joinDay,
	line,
	narrative,
	optionalDay,
	optionalLine,
	optionalNarrative,
	submissionKey,
	version
} from './fields.ts';
import { PHRASE_MAX } from './deadline.ts';
import { parseTyped, type FieldProblem, type Parsed, type Typed } from './parse.ts';

const stamp = v.object({ version, submissionKey });
type Stamp = v.InferOutput<typeof stamp>;

const words = v.object({
	label: line('a letter or number', PART_LABEL_MAX),
	text: narrative('what this part asks for', PART_TEXT_MAX),
	deadline: optionalLine('the words for the deadline of this part', PHRASE_MAX)
});

/**
 * The list of parts as an inspector writes it: inputs 'label-0', 'text-0', 'deadline-0', 'retire-0' and so on. Rows that
 * are ticked to be retired, or left empty, are not in it.
 */
export function parsePartsList(typed: Typed): Parsed<Stamp & { parts: readonly WrittenPart[] }> {
	const rows = numbersIn(typed, /^label-(\d{1,2})$/).filter(
		(number) =>
			textOf(typed, `retire-${number}`) === '' &&
			(textOf(typed, `label-${number}`) !== '' || textOf(typed, `text-${number}`) !== '')
	);
	return gather(typed, rows, (number) => {
		const row = {
			label: textOf(typed, `label-${number}`),
			text: textOf(typed, `text-${number}`),
			deadline: textOf(typed, `deadline-${number}`)
		};
		const parsed = parseTyped(words, row);
		if (!parsed.ok) return parsed;
		const { deadline: deadlinePhrase, ...said } = parsed.command;
		return { ok: true, command: { ...said, deadlinePhrase } };
	});
}

const MET = ['met', 'open'] as const;
const statement = v.object({
	part: choice(MET, 'Select whether this part is met'),
	note: optionalNarrative('what shows it', PART_TEXT_MAX),
	metOn: optionalDay('the day on which it was met')
});

/** What an organisation says of each part: inputs 'part-12', 'note-12' and the day 'metOn-12', by its number. */
export function parsePartStatements(typed: Typed) {
	return gather(typed, numbersIn(typed, /^(?:part|note)-(\d{1,9})$/), (partId) => {
		const metOn = joinDay(typed, `metOn-${partId}`);
		const row = {
			part: textOf(typed, `part-${partId}`),
			note: textOf(typed, `note-${partId}`),
			...(metOn === undefined ? {} : { metOn })
		};
		const parsed = parseTyped(statement, row);
		if (!parsed.ok) return parsed;
		const { part, ...said } = parsed.command;
		return { ok: true, command: { partId, isMet: part === 'met', ...said } };
	});
}

/** All rows, or every problem of every row, each with the number of its row. */
function gather<Row>(
	typed: Typed,
	numbers: readonly number[],
	parse: (number: number) => Parsed<Row>
): Parsed<Stamp & { parts: Row[] }> {
	const stamped = parseTyped(stamp, typed);
	const problems: FieldProblem[] = stamped.ok ? [] : [...stamped.problems];
	const parts: Row[] = [];
	for (const number of numbers) {
		const parsed = parse(number);
		if (parsed.ok) parts.push(parsed.command);
		else {
			for (const { field, message } of parsed.problems) {
				problems.push({ field: `${field}-${number}`, message });
			}
		}
	}
	return stamped.ok && problems.length === 0
		? { ok: true, command: { ...stamped.command, parts } }
		: { ok: false, problems };
}

function numbersIn(typed: Typed, pattern: RegExp): number[] {
	const numbers = Object.keys(typed).flatMap((name) => pattern.exec(name)?.[1] ?? []);
	return [...new Set(numbers.map(Number))].sort((a, b) => a - b).slice(0, 100);
}

function textOf(typed: Typed, name: string): string {
	const value = Object.hasOwn(typed, name) ? typed[name] : undefined;
	return typeof value === 'string' ? value.trim() : '';
}
