import type { HandoverCounts } from '#lib/domain/succession.ts';
import type { PlainDate } from '#lib/domain/plain-date.ts';
import { plural } from './counts.ts';
import { formatDay } from './dates.ts';

export function countersignWords(isCountersigned: boolean): string {
	return isCountersigned ? 'A second inspector countersigns' : 'One inspector decides';
}

/** @param months null for never */
export function recheckWords(months: number | null): string {
	return months === null
		? 'What is confirmed is not looked at again'
		: `What is confirmed is looked at again after ${plural(months, 'month')}`;
}

/** What will happen when a body ends, one sentence each. @param successor null where nobody takes over */
export function handoverSentences(
	counts: HandoverCounts,
	ending: string,
	successor: string | null
): string[] {
	const { handed, made, merged, setBack } = counts;
	if (handed === 0) return [`Nothing falls to ${ending}, so nothing is handed over.`];
	if (successor === null) {
		return [
			`${plural(handed, 'assignment')} of ${ending} would be nobody’s. While one of them is open or confirmed, somebody has to take over.`
		];
	}
	return [
		`${plural(handed, 'assignment')} of ${ending} ${handed === 1 ? 'goes' : 'go'} on at ${successor}. At ${ending} they close, and stay in the record with all that was written.`,
		...(made > 0
			? [
					`For ${made} of them ${successor} gets an assignment that stands where the old one stood, with the same dates.`
				]
			: []),
		...(merged > 0
			? [
					`${successor} has ${merged} of the recommendations already. There the two become one, as far as the one that is less far, with the earlier current date.`
				]
			: []),
		...(setBack > 0
			? [
					`${setBack} of its own ${setBack === 1 ? 'goes' : 'go'} back to an earlier status by that.`
				]
			: [])
	];
}

/** '31 March 2026; Essex Police took over' */
export function endWords(lastDay: PlainDate, successor: string | null): string {
	return successor === null ? formatDay(lastDay) : `${formatDay(lastDay)}; ${successor} took over`;
}
