import { POST_DUTIES, type PostDuty } from '#lib/domain/post.ts';
import * as v from 'valibot';
import {
	choice,
	day,
	joinDay,
	narrative,
	optionalLine,
	optionalNarrative,
	submissionKey,
	version
} from './fields.ts';
import { parseTyped, type Typed } from './parse.ts';

export const SUCCESSOR_KINDS = ['person', 'name', 'nobody'] as const;
export type SuccessorKind = (typeof SUCCESSOR_KINDS)[number];

const NOT_A_CHOICE = 'Open the page again before you save';

const holder = v.pipe(
	v.object({
		successor: choice(SUCCESSOR_KINDS, 'Select who holds the post now'),
		person: v.pipe(v.optional(v.string(), ''), v.regex(/^\d{0,9}$/, NOT_A_CHOICE)),
		name: optionalLine('the name'),
		fromDay: day('the start date'),
		reason: narrative('why the holder changes', 2000),
		version,
		submissionKey
	}),
	v.forward(
		v.partialCheck(
			[['successor'], ['person']],
			({ successor, person }) => successor !== 'person' || person !== '',
			'Select a person'
		),
		['person']
	),
	v.forward(
		v.partialCheck(
			[['successor'], ['name']],
			({ successor, name }) => successor !== 'name' || name !== undefined,
			'Enter the name of the new holder'
		),
		['name']
	),
	v.transform(({ successor, person, name, ...command }) => ({
		...command,
		successor: successorOf(successor, Number(person), name ?? '')
	}))
);

/** Who takes over a post, from when and why. */
export function parseHolder(typed: Typed) {
	return parseTyped(holder, { ...typed, fromDay: joinDay(typed, 'fromDay') ?? '' });
}

const acceptance = v.object({
	note: optionalNarrative('the note', 2000),
	version,
	submissionKey
});

export function parseAcceptance(typed: Typed) {
	return parseTyped(acceptance, typed);
}

/** Which of the post's assignments are shown, and which page of them: what makes no sense is the first. */
export function readPostQuery(params: URLSearchParams): { duty: PostDuty; page: number } {
	const duty = POST_DUTIES.find((each) => each === params.get('duty')) ?? 'accountable';
	const page = params.get('page') ?? '';
	return { duty, page: /^[1-9]\d{0,4}$/.test(page) ? Number(page) : 1 };
}

function successorOf(kind: SuccessorKind, personId: number, name: string) {
	if (kind === 'person') return { kind, personId };
	return kind === 'name' ? { kind, name } : { kind };
}
