import type { PackPurpose } from '#lib/domain/board-pack.ts';

export const PURPOSE_WORDS: Readonly<Record<PackPurpose, { word: string; sentence: string }>> = {
	note: { word: 'For note', sentence: 'This paper is for note.' },
	decision: { word: 'For decision', sentence: 'This paper is for decision.' }
};

/** 'Board pack 4', 'Board pack 2: Kent Police', 'Board pack' of a draft. */
export function packTitle(number: number | null, body: string | null): string {
	const pack = number === null ? 'Board pack' : `Board pack ${number}`;
	return body === null ? pack : `${pack}: ${body}`;
}
