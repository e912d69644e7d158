import type { RefusalWords } from './words.ts';

export const WRITING_REFUSALS: Readonly<Record<string, RefusalWords>> = {
	'draft-elsewhere': {
		title: 'Your draft has changed',
		message:
			'Your draft was saved, sent or discarded in another tab. Nothing that you typed here is lost.'
	},
	'draft-too-large': {
		title: 'This is too long to keep',
		message:
			'What you have written is too long to be kept as a draft. Shorten it, or keep a copy elsewhere.'
	},
	'text-needed': { message: 'Enter your text' },
	'already-corrected': {
		title: 'This update has been corrected',
		message: 'This update has a correction already. Open the updates and correct the latest one.'
	}
};
