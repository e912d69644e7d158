import { parsePlainDate } from '#lib/domain/plain-date.ts';
import { formatDay } from '../dates.ts';
import { numberFact, textFact, type RefusalWords } from './words.ts';

export const PACK_REFUSALS: Readonly<Record<string, RefusalWords>> = {
	'pack-before-last': {
		message: ({ number, day }) => {
			const last = parsePlainDate(textFact(day, ''));
			return last === null
				? 'The day must not be before that of the last pack'
				: `${packOf(number)} is as at ${formatDay(last)}. Choose that day or a later one.`;
		}
	},
	'pack-issued': {
		title: 'This pack has been issued',
		message: ({ number }) =>
			`This is ${packOf(number).toLowerCase()} now, and stays as it is. Prepare another, which takes its place when it is issued.`
	},
	'pack-dropped': {
		title: 'This pack was put aside',
		message: 'Somebody put this draft aside. Prepare another.'
	},
	'movement-unsound': {
		title: 'The numbers do not add up',
		message:
			'What was open before, with what came and went, is not what is open now. A pack with such numbers is not issued. Ask whoever runs the service to check the register.'
	},
	'pack-overtaken': {
		title: 'The register changed meanwhile',
		message:
			'Somebody changed the register while the pack was being made. Look at it, then issue it again.'
	}
};

function packOf(number: unknown): string {
	const counted = numberFact(number);
	return counted === null ? 'An issued pack' : `Pack ${counted}`;
}
