import type { Predicate } from './facts.ts';

export const WORKBOOK_SENTENCES: Readonly<Record<string, Predicate>> = {
	'workbook.download': (facts) =>
		`downloaded the workbook${facts.suffix(' of', 'organisation')}, with ${facts.count('assignment')}`,
	'workbook.return': (facts) =>
		`brought back a workbook${facts.suffix(' of', 'organisation')} that asks for ${facts.count('change')}`,
	'workbook.accepted': (facts) =>
		`accepted what a workbook${facts.suffix(' of', 'organisation')} asks${facts.suffix(' of', 'subject')}`,
	'workbook.refused': (facts) =>
		`did not take what a workbook${facts.suffix(' of', 'organisation')} asks${facts.suffix(' of', 'subject')}`
};
