import { readPackCode } from '#lib/domain/board-pack.ts';
import * as v from 'valibot';
import { parseTyped, type Typed } from './parse.ts';

const schema = v.object({
	code: v.pipe(
		v.optional(v.string(), ''),
		v.trim(),
		v.nonEmpty('Enter the code on the paper'),
		v.transform(readPackCode),
		v.string('The code must be eight letters and numbers, like CDFG-3467')
	)
});

export function parseVerification(typed: Typed) {
	return parseTyped(schema, typed);
}
