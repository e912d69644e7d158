import type { Furthest, SlippageOverall } from '#lib/domain/slippage-overall.ts';
import { formatNumber, plural } from './counts.ts';

/** 'moved twice, 92 days later' */
export function slippageWords({ days, moves }: Pick<Furthest, 'days' | 'moves'>): string {
	if (moves === 0) return 'not moved';
	const often = moves === 1 ? 'once' : moves === 2 ? 'twice' : `${formatNumber(moves)} times`;
	if (days === 0) return `moved ${often}, back where it was`;
	return `moved ${often}, ${plural(Math.abs(days), 'day')} ${days > 0 ? 'later' : 'earlier'}`;
}

/** In ten words or fewer: '12 of 44 deadlines put back, at most 92 days' */
export function slippageMessage(all: readonly SlippageOverall[]): string {
	const dated = sum(all.map((one) => one.dated));
	const later = sum(all.map((one) => one.later));
	if (dated === 0) return 'No deadlines set';
	if (later === 0) return `None of ${plural(dated, 'deadline')} put back`;
	const days = Math.max(...all.map(({ furthest }) => furthest?.days ?? 0));
	return `${formatNumber(later)} of ${plural(dated, 'deadline')} put back, at most ${plural(days, 'day')}`;
}

function sum(numbers: readonly number[]): number {
	return numbers.reduce((total, number) => total + number, 0);
}
