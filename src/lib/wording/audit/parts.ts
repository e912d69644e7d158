import { listOf } from '../list-of.ts';
import { partWords } from '../parts.ts';
import type { Facts, Predicate } from './facts.ts';

export const PART_SENTENCES: Readonly<Record<string, Predicate>> = {
	'assignment.record-parts': (facts) => `recorded ${recorded(facts)} for ${facts.about()}`,
	'recommendation.set-parts': (facts) => `${written(facts)}${facts.suffix(' of', 'reference')}`
};

/** 'parts a and b as met, part c as not met and a note on part d' */
function recorded(facts: Facts): string {
	const said = [
		[parts(facts, 'met'), ' as met'],
		[parts(facts, 'open'), ' as not met'],
		[parts(facts, 'noted', 'a note on '), ''],
		[parts(facts, 'dated', 'another day for '), '']
	].filter(([which]) => which !== '');
	return said.length === 0 ? 'nothing new' : listOf(said.map((words) => words.join('')));
}

/** 'added part c and retired parts a and b' */
function written(facts: Facts): string {
	const done = [
		parts(facts, 'added', 'added '),
		parts(facts, 'retired', 'retired '),
		parts(facts, 'dated', 'set another deadline for ')
	].filter((words) => words !== '');
	return done.length === 0 ? 'changed the order of the parts' : listOf(done);
}

/** Labels are kept with a space between them: none has a space in it. */
function parts(facts: Facts, key: string, before = ''): string {
	const labels = facts.text(key).split(' ').filter(Boolean);
	return labels.length === 0 ? '' : before + partWords(labels);
}
