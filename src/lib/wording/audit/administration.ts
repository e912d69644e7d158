import { CAPACITY_WORDS } from '../organisation.ts';
import type { Facts, Predicate } from './facts.ts';

export const ADMINISTRATION_SENTENCES: Readonly<Record<string, Predicate>> = {
	'inspection.add': (facts) => `added the inspection${facts.quoted('', 'title', 'reference')}`,
	'inspection.change': (facts) => `corrected the inspection${facts.suffix('', 'reference')}`,
	'inspection.set': (facts) =>
		`set for${facts.suffix('', 'reference')} that decisions ${countersigned(facts)}${recheck(facts)}`,
	'recommendation.add': (facts) =>
		`added the recommendation${facts.suffix('', 'reference')}${facts.quoted(',', 'title')}`,
	'recommendation.change': (facts) =>
		`gave${facts.suffix('', 'reference')} the title${facts.quoted('', 'title')}${facts.quoted(', which was', 'titleBefore')}, and the theme${facts.quoted('', 'theme')}${facts.quoted(', which was', 'themeBefore')}`,
	'recommendation.write-summary': (facts) =>
		`wrote another working summary of${facts.suffix('', 'reference')}`,
	'assignment.add-allocation': (facts) => `allocated ${facts.about()}${capacity(facts)}`,
	'assignment.withdraw-allocation': (facts) => `withdrew ${facts.about()}, which closed it`,
	'assignment.change-capacity': (facts) => `set ${facts.about()}${capacity(facts)}`,
	'assignment.hand-over': (facts) =>
		`handed over${facts.suffix('', 'reference')}${facts.suffix(' from', 'from')}${facts.suffix(' to', 'to')}`,
	'assignment.take-over': (facts) =>
		`let${facts.suffix('', 'to')} take over${facts.suffix('', 'reference')}${facts.suffix(' from', 'from')}`,
	'organisation.add': (facts) =>
		`added the organisation${facts.suffix('', 'organisation', 'code')}`,
	'organisation.change': (facts) =>
		`corrected what is known of${facts.suffix('', 'organisation')}${renamed(facts)}`,
	'organisation.end': (facts) =>
		`recorded that${facts.suffix('', 'organisation')} ended${facts.suffix(' on', 'lastDay')}${successor(facts)}`
};

function capacity(facts: Facts): string {
	const key = facts.text('capacity');
	if (key === 'lead' || key === 'contributing') return ` as ${CAPACITY_WORDS[key].toLowerCase()}`;
	return '';
}

function countersigned(facts: Facts): string {
	return facts.text('isCountersigned') === 'true'
		? 'need a second inspector'
		: 'need one inspector';
}

function recheck(facts: Facts): string {
	const months = facts.text('recheckMonths');
	return months === ''
		? ' and that nothing is looked at again'
		: ` and that what is confirmed is looked at again after ${months} months`;
}

function renamed(facts: Facts): string {
	const name = facts.text('name');
	return name === '' || name === facts.text('nameBefore') ? '' : `, now called ${name}`;
}

function successor(facts: Facts): string {
	const name = facts.text('successor');
	return name === ''
		? ', without a successor'
		: `, and that ${name} takes over ${facts.count('assignment')}`;
}
