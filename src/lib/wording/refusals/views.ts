import { numberFact, type RefusalWords } from './words.ts';

export const VIEW_REFUSALS: Readonly<Record<string, RefusalWords>> = {
	'view-name-taken': {
		message: 'You have a view of that name already. Choose another name, or replace that view.'
	},
	'too-many-views': {
		message: ({ max }) =>
			`You keep ${numberFact(max) ?? 'as many'} views already. End one that you no longer use.`
	}
};
