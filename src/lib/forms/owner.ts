import * as v from 'valibot';
import { line, optionalLine, submissionKey, version } from './fields.ts';
import { parseTyped, type Typed } from './parse.ts';

const schema = v.pipe(
	v.object({
		title: line('the post'),
		holder: optionalLine('the name of the holder'),
		delivery: optionalLine('the delivery lead post'),
		deliveryHolder: optionalLine('the name of the holder'),
		version,
		submissionKey
	}),
	v.forward(
		v.partialCheck(
			[['delivery'], ['deliveryHolder']],
			({ delivery, deliveryHolder }) => delivery !== undefined || deliveryHolder === undefined,
			'Enter the delivery lead post that this person holds'
		),
		['delivery']
	),
	v.transform(({ delivery, deliveryHolder, ...owner }) => ({
		...owner,
		delivery: delivery === undefined ? undefined : { title: delivery, holder: deliveryHolder }
	}))
);

/** The posts that answer for the assignment and deliver it, and who holds each: a work name only. */
export function parseOwner(typed: Typed) {
	return parseTyped(schema, typed);
}
