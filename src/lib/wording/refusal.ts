import type { RefusalFacts } from '#lib/domain/refusal.ts';
import { AFTER_CLOSURE_REFUSALS } from './refusals/after-closure.ts';
import { AS_AT_REFUSALS } from './refusals/as-at.ts';
import { DEADLINE_REFUSALS } from './refusals/deadlines.ts';
import { ADMINISTRATION_REFUSALS } from './refusals/administration.ts';
import { EXEMPTION_REFUSALS } from './refusals/exemptions.ts';
import { EXPORT_REFUSALS } from './refusals/exports.ts';
import { FILE_REFUSALS } from './refusals/files.ts';
import { GENERAL_REFUSALS } from './refusals/general.ts';
import { MOVE_REFUSALS } from './refusals/moves.ts';
import { PACK_REFUSALS } from './refusals/board-packs.ts';
import { PEOPLE_REFUSALS } from './refusals/people.ts';
import { PLAN_REFUSALS } from './refusals/plan.ts';
import { POST_REFUSALS } from './refusals/posts.ts';
import { REGISTER_REFUSALS } from './refusals/register.ts';
import { REVIEW_REFUSALS } from './refusals/reviews.ts';
import { SAMPLE_REFUSALS } from './refusals/samples.ts';
import { REPORTING_REFUSALS } from './refusals/reporting.ts';
import { VIEW_REFUSALS } from './refusals/views.ts';
import { TOKEN_REFUSALS } from './refusals/tokens.ts';
import { WORDING_LOAD_REFUSALS } from './refusals/wording-loads.ts';
import { WRITING_REFUSALS } from './refusals/writing.ts';
import type { RefusalWords } from './refusals/words.ts';

export interface RefusalMessage {
	readonly title: string;
	/** Says what is wrong and how to mend it. */
	readonly message: string;
	/** The form field that the error summary links to. */
	readonly field?: string;
}

export interface RefusalToWord {
	readonly code: string;
	readonly field?: string | undefined;
	readonly facts?: RefusalFacts;
}

export function refusalMessage(refusal: RefusalToWord): RefusalMessage {
	const { title, message } = REFUSALS.get(refusal.code) ?? UNKNOWN;
	const text = typeof message === 'string' ? message : message(refusal.facts ?? {});
	const shown = { title: title ?? 'There is a problem', message: text };
	return refusal.field === undefined ? shown : { ...shown, field: refusal.field };
}

export function hasRefusalWords(code: string): boolean {
	return REFUSALS.has(code);
}

const REFUSALS = new Map<string, RefusalWords>(
	[
		AFTER_CLOSURE_REFUSALS,
		AS_AT_REFUSALS,
		DEADLINE_REFUSALS,
		ADMINISTRATION_REFUSALS,
		EXEMPTION_REFUSALS,
		EXPORT_REFUSALS,
		GENERAL_REFUSALS,
		MOVE_REFUSALS,
		FILE_REFUSALS,
		PACK_REFUSALS,
		PEOPLE_REFUSALS,
		PLAN_REFUSALS,
		POST_REFUSALS,
		REGISTER_REFUSALS,
		REVIEW_REFUSALS,
		SAMPLE_REFUSALS,
		REPORTING_REFUSALS,
		VIEW_REFUSALS,
		TOKEN_REFUSALS,
		WORDING_LOAD_REFUSALS,
		WRITING_REFUSALS
	].flatMap((table) => Object.entries(table))
);

const UNKNOWN: RefusalWords = {
	message: 'The service could not do this. Check what you entered and try again.'
};
