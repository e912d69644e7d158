import * as v from 'valibot';
import { line, optionalLine, submissionKey, version } from './fields.ts';
import { parseTyped, type Typed } from './parse.ts';

const schema = v.object({
	title: line('the post'),
	holder: optionalLine('the name of the holder'),
	version,
	submissionKey
});

/** The post that answers for the assignment, and who holds it: a work name only. */
export function parseOwner(typed: Typed) {
	return parseTyped(schema, typed);
}
