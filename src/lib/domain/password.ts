import { Refusal } from './refusal.ts';

/** What a one-time link to choose a password is for. */
export const LINK_PURPOSES = ['invitation', 'reset'] as const;
export type LinkPurpose = (typeof LINK_PURPOSES)[number];

/** In characters. Length is what makes a password strong; nothing is asked about its composition (NIST SP 800-63B). */
export const PASSWORD_MIN = 12;
/** High enough for any password manager, and low enough that hashing one costs no more than another. */
export const PASSWORD_MAX = 200;

export interface PasswordOwner {
	readonly email: string;
	readonly name: string;
}

/**
 * @throws Refusal 'password-too-short' {min}, 'field-too-long' {max}, or 'password-common' for a run, a
 * repetition, or little else than common words and the person's own name
 */
export function checkNewPassword(password: string, owner: PasswordOwner): void {
	const characters = [...password];
	if (characters.length < PASSWORD_MIN) throw refusal('password-too-short', { min: PASSWORD_MIN });
	if (characters.length > PASSWORD_MAX) throw refusal('field-too-long', { max: PASSWORD_MAX });
	if (isGuessable(password, owner)) throw refusal('password-common', {});
}

function refusal(code: string, facts: Record<string, unknown>): Refusal {
	return new Refusal(code, { field: 'password', facts });
}

/** What an attacker tries first, and what a list of the commonest long passwords consists of. */
function isGuessable(password: string, owner: PasswordOwner): boolean {
	const text = password.toLowerCase();
	if (new Set(text).size < 5 || isRun(text)) return true;
	const words = [...COMMON_WORDS, ...wordsOf(owner.name), ...wordsOf(owner.email)];
	const rest = words.reduce((left, word) => left.replaceAll(word, ' '), text);
	return rest !== text && lettersIn(rest) < FEWEST_OWN_LETTERS;
}

/** 'abcdefghijkl', '123456789012', '0987654321098' */
function isRun(text: string): boolean {
	return [...text].every(
		(character, at) => at === 0 || RUNS.some((run) => run.includes(text[at - 1]! + character))
	);
}

/** Longest first, so that taking out a short word does not spoil a longer one. */
function wordsOf(text: string): string[] {
	const words = text.toLowerCase().split(/[^\p{L}\p{N}]+/u);
	return words.filter((word) => word.length >= 3).sort((a, b) => b.length - a.length);
}

function lettersIn(text: string): number {
	return text.match(/\p{L}/gu)?.length ?? 0;
}

const FEWEST_OWN_LETTERS = 4;

const RUNS = [
	'12345678901',
	'10987654321',
	'abcdefghijklmnopqrstuvwxyz',
	'zyxwvutsrqponmlkjihgfedcba'
];

const COMMON_WORDS = [
	...['recommendations', 'recommendation', 'administrator', 'inspectorate', 'constabulary'],
	...['qwertyuiop', 'asdfghjkl', 'zxcvbnm', 'inspection', 'inspector', 'liverpool', 'immigration'],
	...['passw0rd', 'password', 'p@ssword', 'p@ssw0rd', 'iloveyou', 'princess', 'sunshine'],
	...['changeme', 'football', 'baseball', 'superman', 'computer', 'starwars', 'trustno'],
	...['september', 'november', 'december', 'february', 'january', 'october', 'charlie'],
	...['letmein', 'welcome', 'qwerty', 'azerty', 'dragon', 'monkey', 'master', 'shadow', 'secret'],
	...['tracker', 'hmicfrs', 'police', 'arsenal', 'chelsea', 'summer', 'winter', 'autumn', 'spring'],
	...['monday', 'friday', 'london', 'england', 'britain', 'admin', 'login', 'hello', 'test', 'pass']
];
