import type { PlainDate } from '#lib/domain/plain-date.ts';
import { formatDay } from './dates.ts';

/** Written under a picture that stands alone: 'Inspection OIC, as at 3 June 2026'. */
export function chartBasis({ inspection, day }: { inspection: string; day: PlainDate }): string {
	return `Inspection ${inspection}, as at ${formatDay(day)}`;
}
