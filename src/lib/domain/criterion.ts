import { isBlank } from './narrative.ts';
import { Refusal } from './refusal.ts';

// What good looks like, as the inspectorate writes it for a recommendation.

export interface StandingCriterion {
	readonly id: number;
	readonly text: string;
}

/** One alone is the recommendation again, and more than five are not read. */
export const CRITERIA_MIN = 2;
export const CRITERIA_MAX = 5;
/** In characters: each is one thing to look for. */
export const CRITERION_TEXT_MAX = 600;

export interface CriteriaChange {
	/** In their new order; null for one that is new. A criterion in other words is another criterion. */
	readonly list: readonly { readonly id: number | null; readonly text: string }[];
	readonly retired: readonly StandingCriterion[];
	readonly added: number;
}

/**
 * What a new list of criteria does to those that stand: none at all, or two to five.
 * @throws Refusal 'criteria-count' {min, max}, 'criterion-empty' or 'criterion-twice'
 */
export function changeCriteria(
	standing: readonly StandingCriterion[],
	wanted: readonly string[]
): CriteriaChange {
	const texts = wanted.map((text) => text.trim());
	for (const [index, text] of texts.entries()) {
		const field = `text-${index}`;
		if (isBlank(text)) throw new Refusal('criterion-empty', { field });
		if (texts.indexOf(text) < index) throw new Refusal('criterion-twice', { field });
	}
	if (texts.length > 0 && (texts.length < CRITERIA_MIN || texts.length > CRITERIA_MAX)) {
		const facts = { min: CRITERIA_MIN, max: CRITERIA_MAX };
		throw new Refusal('criteria-count', { field: 'text-0', facts });
	}
	const list = texts.map((text) => ({
		id: standing.find((criterion) => criterion.text === text)?.id ?? null,
		text
	}));
	const kept = new Set(list.map(({ id }) => id));
	return {
		list,
		retired: standing.filter(({ id }) => !kept.has(id)),
		added: list.filter(({ id }) => id === null).length
	};
}
