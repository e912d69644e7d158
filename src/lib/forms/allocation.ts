import { CAPACITIES } from '#lib/domain/organisation.ts';
import * as v from 'valibot';
import { choice, line, narrative, submissionKey, version } from './fields.ts';
import { parseTyped, type Typed } from './parse.ts';

const reason = narrative('the reason');
const capacity = choice(CAPACITIES, 'Select whether it leads or contributes');

const allocation = v.object({
	organisation: line('the organisation', 20),
	capacity,
	reason,
	submissionKey
});

const withdrawal = v.object({ reason, version, submissionKey });
const split = v.object({ capacity, reason, version, submissionKey });

export function parseAllocation(typed: Typed) {
	return parseTyped(allocation, typed);
}

export function parseWithdrawnAllocation(typed: Typed) {
	return parseTyped(withdrawal, typed);
}

export function parseCapacity(typed: Typed) {
	return parseTyped(split, typed);
}
