import { VERBS } from '#lib/domain/status.ts';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Particulars } from '#lib/domain/audit-entry.ts';
import { describe, expect, test } from 'vitest';
import { auditSentence, hasAuditSentence } from './audit-sentence.ts';

const KENT = { reference: 'OIC-7', organisation: 'Kent Police' };
const say = (action: string, particulars: Particulars = {}, actorName = 'Alex Doe') =>
	auditSentence({ action, actorName, particulars });

const SENTENCES: readonly [action: string, particulars: Particulars, sentence: string][] = [
	[
		'inspection.load',
		{ reference: 'OIC', title: 'Improving the response' },
		'loaded the inspection “Improving the response”'
	],
	['inspection.load', { reference: 'OIC' }, 'loaded the inspection “OIC”'],
	['organisation.load', { count: 61 }, 'loaded 61 organisations'],
	[
		'recommendation.load',
		{ reference: 'OIC-7', title: 'Share intelligence' },
		'loaded OIC-7, “Share intelligence”'
	],
	['assignment.allocate', { reference: 'OIC-7', count: 43 }, 'allocated OIC-7 to 43 organisations'],
	['assignment.allocate', { ...KENT, reference: 'OIC-7/KENT' }, 'allocated OIC-7 to Kent Police'],
	['assignment.start', KENT, 'started work on OIC-7 for Kent Police'],
	['assignment.report-complete', KENT, 'reported OIC-7 for Kent Police complete'],
	['assignment.withdraw-claim', KENT, 'withdrew the claim that OIC-7 for Kent Police is complete'],
	['assignment.resume', KENT, 'resumed work on OIC-7 for Kent Police'],
	[
		'assignment.confirm',
		{ ...KENT, basis: 'desk-review' },
		'confirmed OIC-7 for Kent Police on the basis of a desk review'
	],
	[
		'assignment.confirm',
		{ reference: 'OIC-7/KENT', organisation: 'Kent Police' },
		'confirmed OIC-7 for Kent Police'
	],
	['assignment.confirm', { reference: 'OIC-7/KENT' }, 'confirmed OIC-7/KENT'],
	[
		'assignment.return',
		{ ...KENT, reason: 'Too thin.' },
		'returned OIC-7 for Kent Police with reasons'
	],
	['assignment.reopen', KENT, 'reopened OIC-7 for Kent Police'],
	['assignment.set-not-applicable', KENT, 'set OIC-7 for Kent Police as not applicable'],
	['assignment.set-not-accepted', KENT, 'set OIC-7 for Kent Police as not accepted'],
	[
		'assignment.set-no-further-action',
		KENT,
		'closed OIC-7 for Kent Police with no further action needed'
	],
	[
		'action.add',
		{ ...KENT, title: 'Train the sergeants', dueOn: '2026-06-04' },
		'added the action “Train the sergeants” to the plan of OIC-7 for Kent Police, due on 4 June 2026'
	],
	[
		'action.add',
		{ ...KENT, title: 'Train the sergeants', dueOn: null },
		'added the action “Train the sergeants” to the plan of OIC-7 for Kent Police'
	],
	[
		'action.change',
		{ ...KENT, title: 'Train', changed: 'title', from: null, to: null },
		'changed the title of the action “Train” in the plan of OIC-7 for Kent Police'
	],
	[
		'action.change',
		{ ...KENT, title: 'Train', changed: 'owner dueOn serves', from: null, to: '2026-06-04' },
		'changed the owner, the due date (now 4 June 2026) and the recommendations of the action “Train” in the plan of OIC-7 for Kent Police'
	],
	[
		'action.change',
		{ ...KENT, title: 'Train', changed: 'dueOn', from: '2026-05-01', to: null },
		'changed the due date (was 1 May 2026, now none) of the action “Train” in the plan of OIC-7 for Kent Police'
	],
	[
		'action.take-out',
		{ ...KENT, title: 'Train' },
		'took the action “Train” out of the plan of OIC-7 for Kent Police'
	],
	[
		'assignment.record-parts',
		{ ...KENT, met: 'a b', open: 'c', noted: 'd' },
		'recorded parts a and b as met, part c as not met and a note on part d for OIC-7 for Kent Police'
	],
	[
		'recommendation.set-parts',
		{ reference: 'OIC-7', added: 'c', retired: 'a b' },
		'added part c and retired parts a and b of OIC-7'
	],
	[
		'recommendation.set-parts',
		{ reference: 'OIC-7', added: '', retired: '' },
		'changed the order of the parts of OIC-7'
	],
	['assignment.update', KENT, 'gave a progress update on OIC-7 for Kent Police'],
	[
		'assignment.correct-update',
		{ ...KENT, corrected: '2026-06-04' },
		'corrected the progress update of 4 June 2026 on OIC-7 for Kent Police'
	],
	[
		'assignment.accept',
		{ ...KENT, from: 'not-recorded', to: 'partly-accepted' },
		'recorded the acceptance of OIC-7 for Kent Police as partly accepted'
	],
	[
		'assignment.set-deadline',
		{ ...KENT, previous: null, lastDay: '2026-06-04' },
		'set the deadline of OIC-7 for Kent Police to 4 June 2026'
	],
	[
		'assignment.set-deadline',
		{ ...KENT, previous: '2026-03-31', lastDay: '2026-06-04' },
		'moved the deadline of OIC-7 for Kent Police, which was 31 March 2026, to 4 June 2026'
	],
	[
		'assignment.set-deadline',
		{ ...KENT, previous: '2026-03-31', lastDay: null },
		'took away the deadline of OIC-7 for Kent Police, which was 31 March 2026'
	],
	[
		'assignment.set-deadline',
		{ ...KENT, previous: null, lastDay: null },
		'recorded that OIC-7 for Kent Police has no deadline'
	],
	[
		'assignment.set-owner',
		{ ...KENT, title: 'Head of Intelligence' },
		'made “Head of Intelligence” the owner of OIC-7 for Kent Police'
	],
	[
		'assignment.set-owner',
		{ ...KENT, title: null, previous: 'Head of Crime' },
		'took away the owner of OIC-7 for Kent Police, “Head of Crime”'
	],
	[
		'assignment.wait',
		{ ...KENT, on: 'OIC-3/NCA', onOrganisation: 'National Crime Agency', reviewOn: '2026-06-04' },
		'recorded that OIC-7 for Kent Police is waiting on OIC-3 for National Crime Agency, to be reviewed on 4 June 2026'
	],
	['assignment.end-wait', KENT, 'recorded that OIC-7 for Kent Police is no longer waiting'],
	[
		'assignment.acknowledge-wait',
		{ ...KENT, by: 'OIC-3/ESSEX', byOrganisation: 'Essex Police' },
		'acknowledged that OIC-3 for Essex Police is waiting on OIC-7 for Kent Police'
	],
	[
		'assignment.dispute-wait',
		KENT,
		'disputed that an assignment is waiting on OIC-7 for Kent Police'
	],
	[
		'evidence.add',
		{ ...KENT, kind: 'file', title: 'Training plan' },
		'added the file “Training plan” to OIC-7 for Kent Police'
	],
	[
		'evidence.add',
		{ ...KENT, kind: 'sighting', title: 'Force log' },
		'added the sighting of “Force log” to OIC-7 for Kent Police'
	],
	[
		'evidence.add-version',
		{ ...KENT, kind: 'file', title: 'Policy', version: 2 },
		'added version 2 of the file “Policy” to OIC-7 for Kent Police'
	],
	[
		'evidence.quarantine',
		{ ...KENT, kind: 'file', title: 'Policy', found: 'Eicar-Test-Signature' },
		'quarantined the file “Policy” of OIC-7 for Kent Police: the malware scanner found “Eicar-Test-Signature”'
	],
	[
		'evidence.download-all',
		{ ...KENT, count: 12 },
		'downloaded 12 files of evidence of OIC-7 for Kent Police as one ZIP file'
	],
	['evidence.withdraw', { title: 'Training plan' }, 'withdrew the evidence “Training plan”'],
	[
		'evidence.download',
		{ ...KENT, kind: 'file', title: 'Training plan' },
		'downloaded the file “Training plan” of OIC-7 for Kent Police'
	],
	[
		'post.create',
		{ title: 'Head of Crime', organisation: 'Kent Police' },
		'created the post “Head of Crime” at Kent Police'
	],
	[
		'post.hold',
		{ title: 'Head of Crime', name: 'Sam Roe', organisation: 'Kent Police' },
		'recorded Sam Roe as the holder of “Head of Crime” at Kent Police'
	],
	[
		'person.invite',
		{ name: 'Sam Roe', email: 's@x.example', roles: 'Lead for Kent Police' },
		'invited Sam Roe as Lead for Kent Police'
	],
	['person.renew-invitation', { name: 'Sam Roe' }, 'made a new invitation for Sam Roe'],
	['session.end-others', { sessions: 2 }, 'signed out everywhere else'],
	['person.accept-invitation', {}, 'accepted the invitation and chose a password'],
	['person.set-roles', { name: 'Sam Roe', roles: '' }, 'set the roles of Sam Roe to none'],
	['person.deactivate', { name: 'Sam Roe' }, 'switched off the account of Sam Roe'],
	['person.reactivate', { name: 'Sam Roe' }, 'switched the account of Sam Roe back on'],
	['person.change-password', {}, 'changed their own password'],
	['person.reset-password', { name: 'Sam Roe' }, 'reset the password of Sam Roe'],
	['session.sign-in', {}, 'signed in'],
	['session.sign-out', {}, 'signed out'],
	['session.refused', { email: 's@x.example' }, 'was refused a sign-in as s@x.example'],
	[
		'period.open',
		{ reference: 'OIC', opensOn: '2026-01-05', lastDay: '2026-01-30' },
		'opened a reporting period for OIC, from 5 January 2026 to 30 January 2026'
	],
	['period.close', { reference: 'OIC' }, 'closed a reporting period for OIC'],
	['register.init', {}, 'set up the register'],
	['register.sample', { count: 1 }, 'filled the register with 1 sample assignment'],
	['register.sample', {}, 'filled the register with sample data']
];

describe('one readable sentence for each action', () => {
	test.each(SENTENCES)('%s %o', (action, particulars, sentence) => {
		expect(say(action, particulars)).toBe(`Alex Doe ${sentence}.`);
	});

	test('every action still reads as a sentence when nothing was kept of it', () => {
		for (const action of new Set(SENTENCES.map(([action]) => action))) {
			expect(say(action), action).toMatch(/^Alex Doe [a-z][^.]*[^ ,.]\.$/);
			expect(say(action), action).not.toMatch(/undefined|null|NaN| {2}|“”/);
		}
	});

	test('every move has one', () => {
		for (const verb of VERBS) expect(hasAuditSentence(`assignment.${verb}`), verb).toBe(true);
	});

	test('every action that the service records has one', () => {
		const actions = sourceFiles('src').flatMap((file) =>
			[...readFileSync(file, 'utf8').matchAll(/\baction: '([a-z0-9-]+\.[a-z0-9-]+)'/g)].map(
				(match) => ({ file, action: match[1] ?? '' })
			)
		);
		expect(actions.length).toBeGreaterThan(10);
		expect(actions.filter(({ action }) => !hasAuditSentence(action))).toEqual([]);
	});
});

describe('who acted', () => {
	test('the service may act, and a refused sign-in may be by nobody known', () => {
		expect(say('register.init', {}, 'The service')).toBe('The service set up the register.');
		expect(say('session.refused', {}, '')).toBe('Somebody was refused a sign-in.');
	});
	test('an action without words is still told', () => {
		expect(say('moon.land', { reference: 'OIC-7' })).toBe('Alex Doe did “moon.land” to OIC-7.');
		expect(say('constructor')).toBe('Alex Doe did “constructor”.');
	});
});

describe('hostile text stays text, on one line, inside its quotation marks', () => {
	test('line breaks cannot begin another entry', () => {
		const sentence = say('evidence.add', { ...KENT, title: 'Plan.\n\nSam Roe confirmed OIC-8' });
		expect(sentence.split(/[\r\n\u2028\u2029\u0085]/)).toHaveLength(1);
	});
	test('a title cannot close its quotation marks', () => {
		const sentence = say('evidence.add', {
			...KENT,
			kind: 'file',
			title: 'Plan” to OIC-7 for Kent Police. Sam Roe confirmed “OIC-8'
		});
		expect(sentence.match(/[“”]/g)).toEqual(['“', '”']);
	});
	test('text that turns the reading direction is shown', () => {
		const sentence = say('evidence.add', { ...KENT, title: 'a\u202Egpj.exe' }, 'Al\u2066ex');
		expect(sentence).toContain('a[U+202E]gpj.exe');
		expect(sentence).toContain('Al[U+2066]ex');
	});
	test('markup and formulas are kept as they are', () => {
		const title = '<img src=x onerror=alert(1)> =1+1';
		expect(say('evidence.add', { ...KENT, title })).toContain(title);
	});
	test('reasons and statements are not in it', () => {
		for (const verb of VERBS) {
			const secret = 'SECRET-WORDS';
			const particulars = { ...KENT, reason: secret, statement: secret, narrative: secret };
			expect(say(`assignment.${verb}`, particulars)).not.toContain(secret);
		}
	});
});

function sourceFiles(folder: string): string[] {
	return readdirSync(folder, { withFileTypes: true, recursive: true })
		.filter((entry) => entry.isFile() && /\.(ts|svelte)$/.test(entry.name))
		.filter((entry) => !entry.name.endsWith('.test.ts'))
		.map((entry) => join(entry.parentPath, entry.name));
}
