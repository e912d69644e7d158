import { londonDay } from '#lib/domain/plain-date.ts';
import { formatInstant, formatTime } from './dates.ts';

/** How keeping a draft goes; 'quiet' before anything was typed. */
export type DraftState =
	'quiet' | 'saved' | 'elsewhere' | 'signed-out' | 'unreachable' | 'not-saved';

const PRIVATE = 'Nobody else can see it.';

/** Of a draft that was begun before what it is about was decided, and asked or claimed again. */
export const EARLIER_DRAFT =
	'You wrote it about an earlier claim or request. Your text is still here; select your answers again.';

/** 'at 12:05' today, 'on 4 June 2026 at 12:05' before. */
export function savedWhen(savedAt: number, now: number): string {
	return londonDay(savedAt) === londonDay(now)
		? `at ${formatTime(savedAt)}`
		: `on ${formatInstant(savedAt)}`;
}

export function storedDraftWords(savedAt: number, now: number): string {
	return `This is your draft, saved ${savedWhen(savedAt, now)}. ${PRIVATE}`;
}

/** Beside the button, said by a screen reader when it changes. */
export function draftStateWords(state: DraftState, savedAt: number | null): string {
	switch (state) {
		case 'saved':
			return savedAt === null ? '' : `Draft saved ${formatTime(savedAt)}`;
		case 'signed-out':
			return 'You are signed out, so your draft is not being saved. Your text is still on this page. Sign in again in another tab, then carry on here.';
		case 'unreachable':
			return 'Your draft could not be saved just now. Your text is still on this page, and saving is being tried again.';
		case 'not-saved':
			return 'Your draft could not be saved. Your text is still on this page. Keep a copy of it before you leave.';
		default:
			return '';
	}
}

/** @param savedAt null where the draft was sent or discarded */
export function draftElsewhereWords(savedAt: number | null, now: number): string {
	const what =
		savedAt === null
			? 'Your draft was published or discarded in another tab.'
			: `A newer draft was saved ${savedWhen(savedAt, now)} in another tab.`;
	return `${what} The text on this page is not lost, but it is no longer being saved.`;
}
