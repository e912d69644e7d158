import type { ChangedMeanwhile } from '#lib/domain/several.ts';

/** 'OIC-3 has been closed.': why one of several assignments is left alone. */
export function leftAloneText({ reference, sentence }: ChangedMeanwhile): string {
	if (sentence === null) return `${reference} has been closed.`;
	return `${reference} changed since you opened the page.${sentence === '' ? '' : ` ${sentence}`}`;
}

/** Why one of several assignments stops the change of all, as a message of the form shows it. */
export function changedText(changed: ChangedMeanwhile): string {
	return `${leftAloneText(changed)} Nothing was published.`;
}
