import type { Facts, Predicate } from './facts.ts';

export const DEADLINE_SENTENCES: Readonly<Record<string, Predicate>> = {
	'assignment.ask-extension': (facts) =>
		`asked for the deadline of ${facts.about()} to move${moved(facts)}`,
	'assignment.grant-extension': (facts) =>
		`moved the deadline of ${facts.about()}${moved(facts)}, as asked${facts.suffix(' on', 'asked')}`,
	'assignment.grant-other-extension': (facts) =>
		`moved the deadline of ${facts.about()}${moved(facts)}, in place of the day asked for${facts.suffix(', which was', 'askedDueOn')}`,
	'assignment.refuse-extension': (facts) =>
		`refused to move the deadline of ${facts.about()}${facts.suffix(' to', 'askedDueOn')}, as asked${facts.suffix(' on', 'asked')}`,
	'assignment.withdraw-extension': (facts) =>
		`withdrew the request${facts.suffix(' of', 'asked')} for the deadline of ${facts.about()} to move${facts.suffix(' to', 'lastDay')}`,
	'recommendation.set-deadline': (facts) => {
		const lastDay = facts.text('lastDay');
		const whole = `the deadline of ${facts.about()} as a whole`;
		const was = facts.suffix(', which was', 'previous');
		const reached = `, for ${facts.count('assignment')}`;
		if (lastDay === '')
			return `recorded that ${facts.about()} as a whole has no deadline${was}${reached}`;
		return was === ''
			? `set ${whole} to ${lastDay}${reached}`
			: `moved ${whole}${was}, to ${lastDay}${reached}`;
	},
	'assignment.set-target': (facts) => {
		const target = facts.text('target');
		const whose = `the organisation’s own target for ${facts.about()}`;
		if (target === '') return `took away ${whose}${facts.suffix(', which was', 'previous')}`;
		const was = facts.suffix(' from', 'previous');
		return was === '' ? `set ${whose} to ${target}` : `moved ${whose}${was} to ${target}`;
	}
};

function moved(facts: Facts): string {
	return `${facts.suffix(' from', 'previous')}${facts.suffix(' to', 'lastDay')}`;
}
