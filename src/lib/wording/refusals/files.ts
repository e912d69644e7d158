import { formatBytes, plural } from '../counts.ts';
import { fileKindSentence } from './file-kind.ts';
import { numberFact, type RefusalWords } from './words.ts';

export const FILE_REFUSALS: Readonly<Record<string, RefusalWords>> = {
	'file-too-large': {
		message: ({ maxBytes }) => {
			const limit = numberFact(maxBytes);
			return limit === null
				? 'The selected file is too large'
				: `The selected file must be ${formatBytes(limit)} or smaller`;
		}
	},
	'upload-too-large': {
		title: 'The upload is too large',
		message: ({ maxBytes }) => {
			const limit = numberFact(maxBytes);
			return limit === null
				? 'The upload is too large, so nothing was saved. Send fewer or smaller files.'
				: `Everything you send at once must be ${formatBytes(limit)} or smaller. Nothing was saved.`;
		}
	},
	'file-needed': { message: 'Select a file' },
	'file-empty': { message: 'The selected file is empty' },
	'file-kind-not-allowed': { message: fileKindSentence },
	'upload-malformed': {
		title: 'The upload did not arrive whole',
		message: 'The upload did not arrive whole, so nothing was saved. Send it again.'
	},
	'too-many-files': {
		message: ({ maxFiles }) => {
			const limit = numberFact(maxFiles);
			return limit === null
				? 'You selected too many files. Send them one at a time.'
				: `You can only select up to ${plural(limit, 'file')} at the same time`;
		}
	}
};
