import { formatBytes, plural } from '../counts.ts';
import { fileKindSentence } from './file-kind.ts';
import { numberFact, textFact, type RefusalWords } from './words.ts';

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
	'file-infected': {
		title: 'The file is not safe',
		message: ({ name }) =>
			`The malware scanner found something in ${quotedName(name)}. Nothing was saved. Tell your IT security team.`
	},
	'file-quarantined': {
		title: 'This file is quarantined',
		message: 'The malware scanner found something in this file, so nobody can open it.'
	},
	'file-awaits-scan': {
		title: 'This file waits for the malware scan',
		message:
			'The malware scanner has not passed this file yet. Until then only whoever uploaded it can open it. Try again in a few minutes.'
	},
	'same-as-before': {
		message: ({ version }) => {
			const number = numberFact(version);
			return `The file you selected is the same as version ${number ?? 'before'}. Select the changed file.`;
		}
	},
	'one-file-for-version': { message: 'Select one file: a version is one file' },
	'file-needed': { message: 'Select a file' },
	'not-a-pdf': { message: 'The selected file must be a PDF' },
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

function quotedName(name: unknown): string {
	const text = textFact(name, '');
	return text === '' ? 'the selected file' : `“${text}”`;
}
