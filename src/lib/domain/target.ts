import { isBlank } from './narrative.ts';
import type { PlainDate } from './plain-date.ts';
import { Refusal } from './refusal.ts';

/**
 * An organisation's own target date is no deadline, but it does not move without saying why either: HM Treasury
 * had to tell accounting officers so (DAO 02/20).
 * @throws Refusal 'same-target', or 'reason-needed' where a date that stood is changed or taken away
 */
export function checkTarget(
	standing: PlainDate | null,
	target: PlainDate | null,
	reason: string | undefined
): void {
	if (target === standing) throw new Refusal('same-target', { field: 'targetOn' });
	if (standing !== null && isBlank(reason ?? '')) {
		throw new Refusal('reason-needed', { field: 'reason' });
	}
}
