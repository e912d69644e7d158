import { isRhythm, RHYTHM_WORD } from '../reporting.ts';
import type { Facts, Predicate } from './facts.ts';

export const REPORTING_SENTENCES: Readonly<Record<string, Predicate>> = {
	'inspection.set-rhythm': (facts) =>
		`changed how often${facts.suffix('', 'reference') || ' an inspection'} asks for updates${rhythms(facts)}`,
	'section55.record': (facts) =>
		`${facts.text('isCorrection') === 'true' ? 'corrected' : 'recorded'} the comments of ${facts.text('body') || 'a local policing body'}${facts.suffix(' on', 'reference')}${facts.suffix(', published on', 'publishedOn')}`,
	'period.open': (facts) =>
		`opened a reporting period${period(facts)}${facts.suffix(', with updates owed:', 'owed')}`,
	'period.close': (facts) => `closed a reporting period${period(facts)}${outcomes(facts)}`
};

/** ' for OIC, from 5 January 2026 to 30 January 2026' */
function period(facts: Facts): string {
	const last = facts.suffix(' to', 'lastDay', 'closesOn');
	return `${facts.suffix(' for', 'reference')}${facts.suffix(', from', 'opensOn')}${last}`;
}

/** ': 358 updates were owed, 300 reported, 50 not reported, 8 closed meanwhile' */
function outcomes(facts: Facts): string {
	const owed = facts.text('owed');
	if (owed === '') return '';
	const rest = [
		[facts.text('reported'), 'reported'],
		[facts.text('notReported'), 'not reported'],
		[facts.text('closedMeanwhile'), 'closed meanwhile']
	].map(([count, word]) => `${count} ${word}`);
	return `: of ${owed} owed, ${rest.join(', ')}`;
}

function rhythms(facts: Facts): string {
	const [from, to] = [facts.text('from'), facts.text('to')];
	if (!isRhythm(from) || !isRhythm(to)) return '';
	return `, from “${RHYTHM_WORD[from]}” to “${RHYTHM_WORD[to]}”`;
}
