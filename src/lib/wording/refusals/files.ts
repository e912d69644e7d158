import { formatBytes, formatNumber } from '../counts.ts';
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
				? 'Nothing was saved. Send fewer or smaller files.'
				: `Nothing was saved. Everything you send at once must be ${formatBytes(limit)} or smaller.`;
		}
	},
	'file-empty': { message: 'The selected file is empty' },
	'file-kind-not-allowed': {
		message: ({ found, name, allowed }) => {
			const file = textFact(name, 'The selected file');
			const looks = typeof found === 'string' ? ` looks like ${textFact(found, '')}, which` : '';
			return `${file}${looks} is not a kind of file that can be uploaded. ${allowedSentence(allowed)}`;
		}
	},
	'upload-malformed': {
		title: 'The upload did not arrive whole',
		message: 'Nothing was saved. Check your connection and send it again.'
	},
	'too-many-files': {
		message: ({ max }) => {
			const limit = numberFact(max);
			return limit === null
				? 'You selected too many files. Send them one at a time.'
				: `You can only select up to ${formatNumber(limit)} ${limit === 1 ? 'file' : 'files'} at the same time`;
		}
	}
};

function allowedSentence(allowed: unknown): string {
	const kinds = Array.isArray(allowed) ? allowed.map((kind) => textFact(kind, '')) : [];
	const named = kinds.filter((kind) => kind !== '');
	if (named.length === 0) return 'Save it in another format and try again.';
	const last = named.at(-1);
	const list = named.length === 1 ? last : `${named.slice(0, -1).join(', ')} or ${last}`;
	return `The file must be ${list}.`;
}
