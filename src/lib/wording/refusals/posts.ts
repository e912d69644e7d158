import { parsePlainDate } from '#lib/domain/plain-date.ts';
import { formatDay } from '../dates.ts';
import { textFact, type RefusalWords } from './words.ts';

export const POST_REFUSALS: Readonly<Record<string, RefusalWords>> = {
	'before-last-holder': {
		message: ({ day }) => {
			const earliest = typeof day === 'string' ? parsePlainDate(day) : null;
			return earliest === null
				? 'The start date must be on or after the day when the last holder came'
				: `The start date must be on or after ${formatDay(earliest)}: the record says who held the post until then`;
		}
	},
	'already-holder': {
		message: ({ name }) =>
			`${textFact(name, 'The person you chose')} holds this post already. Choose who takes it over.`
	},
	'already-vacant': { message: 'Nobody holds this post already' },
	'not-the-new-holder': {
		title: 'You cannot accept this handover',
		message: 'Only whoever takes over a post can accept its handover. Nothing was changed.'
	},
	'handover-over': {
		title: 'There is no handover to accept',
		message:
			'This handover has been accepted, or somebody else has taken over the post since. Nothing was changed.'
	},
	'same-post': { message: 'Choose another post: these assignments are with this one already' }
};
