import type { StatedDeadline } from '#lib/domain/deadline-worded.ts';
import type { PlainDate } from '#lib/domain/plain-date.ts';
import type { PlanCounts } from '#lib/domain/action.ts';
import { planSummary } from './actions.ts';
import { formatDay } from './dates.ts';
import { listOf } from './list-of.ts';
import type { Look } from './look.ts';

export const PART_LOOK: Record<'met' | 'open', Look> = {
	met: {
		word: 'Met',
		shape: 'tick',
		tone: 'green',
		meaning: 'The organisation says that it has done this part.'
	},
	open: {
		word: 'Not met',
		shape: 'circle-empty',
		tone: 'grey',
		meaning: 'The organisation has not said that it has done this part.'
	}
};

/** 'Deadline of this part: 31 March 2027 (“by March 2027”). The last day of the month printed.' */
export function partDeadlineSentence({ phrase, lastDay, rule }: StatedDeadline): string {
	const day = lastDay === null ? 'none set' : formatDay(lastDay);
	return `Deadline of this part: ${day}${phrase === null ? '' : ` (“${phrase}”)`}. ${rule}.`;
}

/** 'part a', 'parts a and c' */
export function partWords(labels: readonly string[]): string {
	return `${labels.length === 1 ? 'part' : 'parts'} ${listOf(labels)}`;
}

/** '1 of 3 parts met' */
export function partsSummary({ met, total }: { met: number; total: number }): string {
	return `${met} of ${total} ${total === 1 ? 'part' : 'parts'} met`;
}

/** '1 of 3 parts met. 3 of 5 actions done.' Nothing is said of parts where there are none. */
export function planAndParts(plan: PlanCounts, parts: { met: number; total: number }): string {
	const said = parts.total > 0 ? [partsSummary(parts)] : [];
	return `${[...said, planSummary(plan)].join('. ')}.`;
}

/** To whoever decides a claim that says nothing of these parts. */
export function openPartsNote(labels: readonly string[]): string {
	const which = partWords(labels).replace(/^p/, 'P');
	const [has, is] = labels.length === 1 ? ['has', 'is'] : ['have', 'are'];
	return `${which} ${has} been written since this claim was made, and ${is} open.`;
}

/** 'Part a: met on 1 March 2026', 'Part b: not met' */
export function partStatementTitle(said: {
	label: string;
	isMet: boolean;
	metOn: PlainDate | null;
}): string {
	const word = PART_LOOK[said.isMet ? 'met' : 'open'].word.toLowerCase();
	return `Part ${said.label}: ${word}${said.metOn ? ` on ${formatDay(said.metOn)}` : ''}`;
}

/** What is said beside a statement about a part that is no longer asked for. */
export function retiredPartNote(text: string, retiredOn: PlainDate): string {
	return `This part was retired on ${formatDay(retiredOn)}. It read: ${text}`;
}

/** From when until when a part was asked for. */
export function retiredPartDays(part: { fromDay: PlainDate; toDay: PlainDate | null }): string {
	const until = part.toDay ? ` until ${formatDay(part.toDay)}` : '';
	return `Asked for from ${formatDay(part.fromDay)}${until}`;
}
