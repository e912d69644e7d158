import { isOpen, type AssignmentStatus } from '#lib/domain/status.ts';
import type { WaitingResponse } from '#lib/domain/waiting.ts';

export const WAIT_ANSWER_WORDS: Record<
	WaitingResponse,
	{ readonly word: string; readonly meaning: string; readonly done: string }
> = {
	acknowledged: {
		word: 'I acknowledge the wait',
		meaning: 'They do wait for this. Neither deadline changes.',
		done: 'Acknowledged'
	},
	disputed: {
		word: 'I dispute the wait',
		meaning: 'They need not wait for this, or not for the reason they give. Say why.',
		done: 'Disputed'
	}
};

/** After '112 days': until what they are counted. */
export function daysUntilWords(status: AssignmentStatus): string {
	if (!isOpen(status)) return 'until it was closed';
	return status === 'reported-complete' ? 'until it was reported complete' : 'open';
}
