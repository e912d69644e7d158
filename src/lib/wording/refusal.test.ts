import { MOVES, type Condition } from '#lib/domain/status.ts';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { hasRefusalWords, refusalMessage } from './refusal.ts';

const messageOf = (code: string, facts: Record<string, unknown> = {}) =>
	refusalMessage({ code, facts }).message;

describe('a refusal in words', () => {
	test.each([
		['file-too-large', { maxBytes: 20 * 1024 * 1024 }, 'The selected file must be 20MB or smaller'],
		[
			'upload-too-large',
			{ maxBytes: 50 * 1024 * 1024 },
			'Everything you send at once must be 50MB or smaller. Nothing was saved.'
		],
		['too-many-files', { maxFiles: 1 }, 'You can only select up to 1 file at the same time'],
		['too-many-files', { maxFiles: 10 }, 'You can only select up to 10 files at the same time'],
		['field-too-long', { max: 10_000 }, 'It must be 10,000 characters or fewer'],
		[
			'too-many-attempts',
			{ retryAfterSeconds: 90 },
			'You have tried too many times. Wait 2 minutes, then try again.'
		],
		[
			'too-many-attempts',
			{ retryAfterSeconds: 0.2 },
			'You have tried too many times. Wait 1 second, then try again.'
		],
		[
			'password-too-short',
			{ min: 12 },
			'The password must be 12 characters or more. Three random words make a good one.'
		],
		[
			'move-not-possible',
			{ verb: 'confirm', status: 'confirmed' },
			'This cannot be done while the status is “Confirmed”. Somebody may have changed it since you opened the page.'
		],
		[
			'marking-too-high',
			{ marking: 'top-secret' },
			'This service cannot hold TOP SECRET. Record it as “Sighted, not uploaded” instead.'
		],
		[
			'unknown-organisation',
			{ code: 'KENTT' },
			'There is no organisation with the code KENTT. Check it against the list of organisations.'
		],
		['date-in-past', { what: 'the review date' }, 'The review date must be today or in the future'],
		['date-in-future', {}, 'The date must be today or in the past'],
		[
			'evidence-behind-claim',
			{ status: 'reported-complete' },
			'This evidence cannot be withdrawn while a claim rests on it. Withdraw the claim first.'
		]
	])('%s %o', (code, facts, message) => {
		expect(messageOf(code, facts)).toBe(message);
	});

	test('keeps the field that it concerns', () => {
		expect(refusalMessage({ code: 'reason-needed', field: 'reason' })).toEqual({
			title: 'There is a problem',
			message: 'Enter a reason',
			field: 'reason'
		});
		expect(refusalMessage({ code: 'stale', field: undefined })).not.toHaveProperty('field');
	});

	test('an unknown code gets a general sentence, whatever it is called', () => {
		for (const code of ['moon-too-low', '', 'constructor', '__proto__', 'toString']) {
			expect(hasRefusalWords(code)).toBe(false);
			expect(messageOf(code)).toBe(
				'The service could not do this. Check what you entered and try again.'
			);
		}
	});
});

describe('a file of a kind that is refused', () => {
	const facts = (reason: string, found: string) => ({
		reason,
		found,
		name: 'Plan.docx',
		extension: 'docx',
		allowed: ['PDF document (.pdf)', 'Word document (.docx)', 'CSV file (.csv)']
	});
	test.each([
		[
			'kind',
			'ZIP',
			'“Plan.docx” cannot be uploaded because of its kind (ZIP). It must be one of these: PDF document (.pdf), Word document (.docx) or CSV file (.csv).'
		],
		[
			'name',
			'PDF document',
			'The name of “Plan.docx” ends in .docx, but what is in it is PDF document. Give it the right ending, or save it again in the right format.'
		],
		[
			'macros',
			'an Office file with macros',
			'“Plan.docx” has macros in it. Save a copy without macros and upload that.'
		],
		[
			'password',
			'x',
			'“Plan.docx” has a password or is in an Office format from before 2007. Save a copy without a password in a current format and upload that.'
		],
		['damaged', 'x', '“Plan.docx” is damaged. Open it, save it again and upload the new copy.'],
		[
			'hidden',
			'x',
			'“Plan.docx” has a second file hidden in it. Save or print it to a new file and upload that.'
		]
	])('%s', (reason, found, message) => {
		expect(messageOf('file-kind-not-allowed', facts(reason, found))).toBe(message);
	});
	test('without facts it still says what to do', () => {
		expect(messageOf('file-kind-not-allowed')).toBe(
			'The selected file cannot be uploaded. Save it in another format and try again.'
		);
	});
});

describe('every code that the service refuses with', () => {
	const refusals = sourceFiles('src').flatMap((file) =>
		[...readFileSync(file, 'utf8').matchAll(/new Refusal\(([^)]*)/g)].map((match) => ({
			file,
			first: firstArgument(match[1] ?? '')
		}))
	);
	const literals = refusals.flatMap(({ file, first }) =>
		[...first.matchAll(/'([a-z0-9-]+)'/g)].map((match) => ({ file, code: match[1] ?? '' }))
	);

	test('has words of its own', () => {
		expect(literals.length).toBeGreaterThan(20);
		expect(literals.filter(({ code }) => !hasRefusalWords(code))).toEqual([]);
	});

	test('so have those that the conditions of a move make', () => {
		const typed: readonly Condition[] = ['statement', 'evidence', 'reason', 'basis'];
		const conditions = MOVES.flatMap((move) => move.conditions);
		for (const condition of conditions.filter((each) => typed.includes(each))) {
			expect(hasRefusalWords(`${condition}-needed`), condition).toBe(true);
		}
	});

	const CODES = [...new Set(literals.map(({ code }) => code))];
	const ODD_FACTS: Record<string, unknown>[] = [
		{},
		Object.fromEntries(
			[
				'max',
				'maxBytes',
				'maxFiles',
				'min',
				'retryAfterSeconds',
				'what',
				'code',
				'name',
				'status',
				'verb',
				'marking',
				'found',
				'allowed',
				'reason',
				'reference',
				'pattern',
				'organisations',
				'role'
			].map((fact) => [fact, NaN])
		)
	];
	test.each(CODES)('%s reads well alone, also without its facts', (code) => {
		for (const facts of ODD_FACTS) {
			const { title, message } = refusalMessage({ code, facts });
			expect(title).toMatch(/^[A-Z].*[^.]$/);
			expect(message).toMatch(/^[A-Z“]/);
			expect(message).not.toMatch(/undefined|null|NaN|\[object| {2}|“”/);
		}
	});

	test('hostile facts stay text on one line', () => {
		const facts = { code: 'X\n\u202E<b>', name: 'X\n\u202E<b>', found: 'ZIP\r\nSet-Cookie' };
		for (const code of CODES) expect(messageOf(code, facts)).not.toMatch(/[\r\n\u202e]/);
		expect(messageOf('unknown-organisation', facts)).toContain('X [U+202E]<b>');
	});
});

function firstArgument(inside: string): string {
	return inside.split(',')[0] ?? '';
}

function sourceFiles(folder: string): string[] {
	return readdirSync(folder, { withFileTypes: true, recursive: true })
		.filter((entry) => entry.isFile() && /\.(ts|svelte)$/.test(entry.name))
		.filter((entry) => !entry.name.endsWith('.test.ts'))
		.map((entry) => join(entry.parentPath, entry.name));
}
