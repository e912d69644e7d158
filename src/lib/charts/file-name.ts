import type { PlainDate } from '#lib/domain/plain-date.ts';

/** 'OIC-timeliness-2026-06-03.png': whose figures, which chart, and of which day. */
export function chartFileName(
	{ inspection, chart, day }: { inspection: string; chart: string; day: PlainDate },
	kind: 'csv' | 'svg' | 'png'
): string {
	return `${inspection}-${chart}-${day}.${kind}`;
}
