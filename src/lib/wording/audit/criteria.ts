import { plural } from '../counts.ts';
import { listOf } from '../list-of.ts';
import type { Facts, Predicate } from './facts.ts';

export const CRITERIA_SENTENCES: Readonly<Record<string, Predicate>> = {
	'recommendation.set-criteria': (facts) => `${written(facts)}${facts.suffix(' of', 'reference')}`
};

/** 'added 2 criteria and retired 1 criterion' */
function written(facts: Facts): string {
	const done = (['added', 'retired'] as const).flatMap((did) => {
		const many = Number(facts.text(did));
		return many > 0 ? [`${did} ${plural(many, 'criterion', 'criteria')}`] : [];
	});
	return done.length === 0 ? 'changed the order of the criteria' : listOf(done);
}
