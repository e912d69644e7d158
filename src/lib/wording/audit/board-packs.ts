import type { Facts, Predicate } from './facts.ts';

export const PACK_SENTENCES: Readonly<Record<string, Predicate>> = {
	'pack.prepare': (facts) =>
		`began a board pack ${of(facts)}${facts.quoted(' for', 'meeting')}${facts.suffix(' on', 'meetingOn')}${facts.suffix(', with the register as at', 'asAt')}`,
	'pack.change': (facts) => `changed ${draft(facts)}`,
	'pack.comment': (facts) => `commented on ${about(facts)} in ${draft(facts)}`,
	'pack.take-back-comment': (facts) =>
		`took back the comment on ${about(facts)} from ${draft(facts)}`,
	'pack.drop': (facts) => `put aside ${draft(facts)}`,
	'pack.issue': (facts) =>
		`issued board pack${facts.suffix('', 'number')} ${of(facts)}${facts.quoted(' for', 'meeting')}${facts.suffix(', with the register as at', 'asAt')}${facts.suffix(', code', 'code')}${facts.suffix(', in place of pack', 'before')}`
};

function of(facts: Facts): string {
	const organisation = facts.text('organisation');
	const reference = facts.text('reference') || 'an inspection';
	return organisation === '' ? `of ${reference}` : `of ${reference} for ${organisation}`;
}

function draft(facts: Facts): string {
	return `the draft board pack ${of(facts)}${facts.quoted(' for', 'meeting')}`;
}

function about(facts: Facts): string {
	const reference = facts.text('about').split('/')[0] || 'an assignment';
	return `${reference}${facts.suffix(' for', 'aboutName')}`;
}
