import * as acceptance from '#lib/domain/acceptance.ts';
import * as action from '#lib/domain/action.ts';
import * as afterClosure from '#lib/domain/after-closure.ts';
import * as confidence from '#lib/domain/confidence.ts';
import * as deadline from '#lib/domain/deadline.ts';
import * as evidence from '#lib/domain/evidence.ts';
import * as extension from '#lib/domain/extension.ts';
import * as organisation from '#lib/domain/organisation.ts';
import * as post from '#lib/domain/post.ts';
import * as rhythm from '#lib/domain/reporting-rhythm.ts';
import * as review from '#lib/domain/review.ts';
import * as sampling from '#lib/domain/sampling.ts';
import * as status from '#lib/domain/status.ts';
import * as timeliness from '#lib/domain/timeliness.ts';
import * as wordingLoad from '#lib/domain/wording-load.ts';
import * as workbook from '#lib/domain/workbook.ts';

const NOUNS = [
	...[acceptance, action, afterClosure, confidence, deadline, evidence, extension, organisation],
	...[post, rhythm, review, sampling, status, timeliness, wordingLoad, workbook]
];

/** What the code calls things, in words with a hyphen that no person writes: 'reported-complete'. */
export const CODE_WORDS: readonly string[] = [
	...new Set(
		NOUNS.flatMap((noun) => Object.values(noun as Record<string, unknown>))
			.filter(Array.isArray)
			.flat()
			.filter((word): word is string => typeof word === 'string')
			.filter((word) => /^[a-z]+(-[a-z]+)+$/.test(word))
	)
];

/** Those of them that a text shows. Addresses are no text of ours. */
export function codeWordsIn(text: string): string[] {
	const words = new Set(
		text.replaceAll(/\S*[/?=]\S*/g, ' ').match(/[a-z]+(?:-[a-z]+)+/g) as string[] | null
	);
	return CODE_WORDS.filter((word) => words.has(word));
}
