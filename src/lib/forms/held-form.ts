import { safeNext } from '#lib/wording/safe-next.ts';
import * as v from 'valibot';
import type { Typed } from './parse.ts';

/** A form that came too late, as the sign-in page carries it until its writer is back. */
export interface HeldForm {
	/** Where it was going: a path of this service with its query. */
	readonly to: string;
	readonly fields: readonly (readonly [name: string, value: string])[];
}

/** Of all text together, in characters. */
export const HELD_MAX = 512 * 1024;

const schema = v.pipe(
	v.string(),
	v.nonEmpty(),
	v.maxLength(HELD_MAX * 2),
	v.parseJson(),
	v.object({
		to: v.pipe(v.unknown(), v.transform(safeNext)),
		fields: v.pipe(v.array(v.tuple([v.string(), v.string()])), v.maxLength(1000))
	})
);

/** As one hidden input takes it. Passwords and files are not carried: they are typed and chosen again. */
export function writeHeldForm(to: string, typed: Typed): string {
	const fields = Object.entries(typed)
		.filter(([name]) => !/password|restored/i.test(name))
		.flatMap(([name, values]) => [values].flat().map((value) => [name, value] as const));
	return JSON.stringify({ to: safeNext(to), fields } satisfies HeldForm);
}

/** Null for what is no held form: nothing was held, or somebody wrote it by hand. */
export function readHeldForm(text: unknown): HeldForm | null {
	const result = v.safeParse(schema, text);
	return result.success ? result.output : null;
}
