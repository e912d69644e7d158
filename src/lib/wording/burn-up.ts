import type { ConfirmationGap } from '#lib/domain/burn-up.ts';
import { formatNumber, plural } from './counts.ts';

/** '31 claims wait for confirmation; confirmation runs 24 days behind claims.' */
export function gapSentence({ waiting, days }: ConfirmationGap): string {
	if (waiting === 0) return 'No claim waits for confirmation.';
	const who = waiting === 1 ? '1 claim waits' : `${formatNumber(waiting)} claims wait`;
	return `${who} for confirmation; confirmation runs ${plural(days, 'day')} behind claims.`;
}
