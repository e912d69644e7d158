import type { RefusalFacts } from '#lib/domain/refusal.ts';
import { textFact } from './words.ts';

/** Why a file is refused for what it is, and what its sender can do. `file` is its name in quotation marks. */
const REASONS: Readonly<Record<string, (file: string, facts: RefusalFacts) => string>> = {
	kind: (file, { found, allowed }) =>
		`${file} cannot be uploaded${foundWords(found)}. ${allowedSentence(allowed)}`,
	name: (file, { found, extension }) =>
		`The name of ${file} ends in .${textFact(extension, 'something else')}, but what is in it is ${textFact(found, 'of another kind')}. Give it the right ending, or save it again in the right format.`,
	macros: (file) => `${file} has macros in it. Save a copy without macros and upload that.`,
	password: (file) =>
		`${file} has a password or is in an Office format from before 2007. Save a copy without a password in a current format and upload that.`,
	damaged: (file) => `${file} is damaged. Open it, save it again and upload the new copy.`,
	hidden: (file) =>
		`${file} has a second file hidden in it. Save or print it to a new file and upload that.`
};

export function fileKindSentence(facts: RefusalFacts): string {
	const name = textFact(facts.name, '');
	const file = name === '' ? 'The selected file' : `“${name}”`;
	const reason = textFact(facts.reason, 'kind');
	const sentence = Object.hasOwn(REASONS, reason) ? REASONS[reason] : REASONS.kind;
	return sentence?.(file, facts) ?? `${file} cannot be uploaded.`;
}

function foundWords(found: unknown): string {
	const words = textFact(found, '');
	return words === '' ? '' : ` because of its kind (${words})`;
}

function allowedSentence(allowed: unknown): string {
	const kinds = Array.isArray(allowed) ? allowed.map((kind) => textFact(kind, '')) : [];
	const named = kinds.filter((kind) => kind !== '');
	if (named.length === 0) return 'Save it in another format and try again.';
	const list =
		named.length === 1 ? named[0] : `${named.slice(0, -1).join(', ')} or ${named.at(-1)}`;
	return `It must be one of these: ${list}.`;
}
