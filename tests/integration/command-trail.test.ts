import { verifyChain } from '#lib/server/audit/verify.ts';
import { hasAuditSentence } from '#lib/wording/audit-sentence.ts';
import { expect, test } from 'vitest';
import { prepare } from '../support/carry-out.ts';
import { COMMANDS } from '../support/commands.ts';
import { rowsOf } from '../support/database.ts';
import { openScene } from '../support/scene.ts';
import { openTestApp } from '../support/test-app.ts';

/** What a reader of the trail is told of each command, word for word. */
const SENTENCES: Readonly<Record<string, readonly string[]>> = {
	start: ['Alex Doe started work on OIC-7 for Kent Police.'],
	'report-complete': ['Alex Doe reported OIC-7 for Kent Police complete.'],
	'withdraw-claim': ['Alex Doe withdrew the claim that OIC-7 for Kent Police is complete.'],
	resume: ['Alex Doe resumed work on OIC-7 for Kent Police.'],
	confirm: ['Alex Doe confirmed OIC-7 for Kent Police on the basis of a later inspection.'],
	return: ['Alex Doe returned OIC-7 for Kent Police with reasons.'],
	'countersign: agree': [
		'Alex Doe confirmed OIC-7 for Kent Police on the basis of a visit, countersigning the review by Sam Gray.'
	],
	'countersign: disagree': [
		'Alex Doe did not agree with the review by Sam Gray of the claim that OIC-7 for Kent Police is complete.'
	],
	'take a review': ['Alex Doe took the claim on OIC-7 for Kent Police for review.'],
	'hand over a review': [
		'Alex Doe handed the review of the claim on OIC-7 for Kent Police over to Sam Gray.'
	],
	'put back a review': ['Alex Doe put the claim on OIC-7 for Kent Police back in the queue.'],
	reopen: ['Alex Doe reopened OIC-7 for Kent Police.'],
	'set-not-applicable': ['Alex Doe set OIC-7 for Kent Police as not applicable.'],
	'set-not-accepted': ['Alex Doe set OIC-7 for Kent Police as not accepted.'],
	'set-no-further-action': ['Alex Doe closed OIC-7 for Kent Police with no further action needed.'],
	'add an update': [
		'Alex Doe gave a progress update on OIC-7 for Kent Police, and started work on it.'
	],
	'correct an update': [
		'Alex Doe corrected the progress update of 2 March 2026 on OIC-7 for Kent Police.'
	],
	'add a file': ['Alex Doe added the file “The title that was typed” to OIC-7 for Kent Police.'],
	'add a version of evidence': [
		'Alex Doe added version 2 of the file “The title that was typed” to OIC-7 for Kent Police.'
	],
	'add a link': ['Alex Doe added the link “The title that was typed” to OIC-7 for Kent Police.'],
	'add a sighting': [
		'Alex Doe added the sighting of “The title that was typed” to OIC-7 for Kent Police.'
	],
	'withdraw evidence': [
		'Alex Doe withdrew the link “Force policy on organised immigration crime” from OIC-7 for Kent Police.'
	],
	'record acceptance': [
		'Alex Doe recorded the acceptance of OIC-7 for Kent Police as partly accepted.'
	],
	'set a deadline': ['Alex Doe set the deadline of OIC-7 for Kent Police to 30 September 2026.'],
	'create a post': ['Alex Doe created the post “The title that was typed” at Kent Police.'],
	'hold a post': [
		'Alex Doe recorded The name that was typed as the holder of “Head of Crime” at Kent Police, after Alex Doe.'
	],
	'set the owner': ['Alex Doe made “Head of Crime” the owner of OIC-7 for Kent Police.'],
	'name the owner': [
		'Alex Doe created the post “The title that was typed” at Kent Police.',
		'Alex Doe recorded The holder that was typed as the holder of “The title that was typed” at Kent Police.',
		'Alex Doe made “The title that was typed” the owner of OIC-7 for Kent Police.'
	],
	'name the delivery lead': [
		'Alex Doe created the post “The delivery that was typed” at Kent Police.',
		'Alex Doe recorded The delivery holder that was typed as the holder of “The delivery that was typed” at Kent Police.',
		'Alex Doe made “Head of Crime” the owner of OIC-7 for Kent Police.',
		'Alex Doe made “The delivery that was typed” the delivery lead of OIC-7 for Kent Police.'
	],
	'change the holder': [
		'Alex Doe recorded The name that was typed as the holder of “A post for OIC-7” at Kent Police, after Alex Doe.'
	],
	'accept a handover': [
		'Alex Doe accepted the handover of “A post for OIC-7” at Kent Police from Alex Doe.'
	],
	're-check: sustained': [
		'Alex Doe looked again at OIC-7 for Kent Police, confirmed on 2 March 2026, and found it sustained.'
	],
	're-check: reopened': [
		'Alex Doe looked again at OIC-7 for Kent Police, confirmed on 2 March 2026, and reopened it.'
	],
	'record a wait': [
		'Alex Doe recorded that OIC-7 for Kent Police is waiting on OIC-7 for Essex Police, to be reviewed on 1 June 2026.'
	],
	'add an action': [
		'Alex Doe added the action “The title that was typed” to the plan of OIC-7 for Kent Police, due on 1 June 2026.'
	],
	'change an action': [
		'Alex Doe changed the title, what it will show, the owner and the due date (from 30 June 2026 to 30 September 2026) of the action “The title that was typed” in the plan of OIC-7 for Kent Police.'
	],
	'move an action': [
		'Alex Doe moved the action “Train every team” to place 2 in the plan of OIC-7 for Kent Police.'
	],
	'complete an action': [
		'Alex Doe completed the action “Train every team” in the plan of OIC-7 for Kent Police, done on 27 February 2026.'
	],
	'reopen an action': [
		'Alex Doe reopened the action “Train every team” in the plan of OIC-7 for Kent Police.'
	],
	'drop an action': [
		'Alex Doe dropped the action “Train every team” from the plan of OIC-7 for Kent Police with a reason.'
	],
	'record the parts': ['Alex Doe recorded part a as met for OIC-7 for Kent Police.'],
	'write a comment': ['Alex Doe commented on OIC-7 for Kent Police.'],
	'keep a note': ['Alex Doe kept a note of the inspectorate on OIC-7 for Kent Police.'],
	'ask to be not applicable': ['Alex Doe asked for OIC-7 for Kent Police to be not applicable.'],
	'agree that it is not applicable': [
		'Alex Doe agreed that OIC-7 for Kent Police is not applicable, as asked on 2 March 2026.'
	],
	'refuse that it is not applicable': [
		'Alex Doe did not agree that OIC-7 for Kent Police is not applicable, as asked on 2 March 2026.'
	],
	'withdraw a request': [
		'Alex Doe withdrew the request of 2 March 2026 for OIC-7 for Kent Police to be not applicable.'
	],
	'ask for more time': [
		'Alex Doe asked for the deadline of OIC-7 for Kent Police to move from 30 June 2026 to 30 September 2026.'
	],
	'grant more time': [
		'Alex Doe moved the deadline of OIC-7 for Kent Police from 30 June 2026 to 30 September 2026, as asked on 2 March 2026.'
	],
	'grant-other more time': [
		'Alex Doe moved the deadline of OIC-7 for Kent Police from 30 June 2026 to 31 July 2026, in place of the day asked for, which was 30 September 2026.'
	],
	'refuse more time': [
		'Alex Doe refused to move the deadline of OIC-7 for Kent Police to 30 September 2026, as asked on 2 March 2026.'
	],
	'withdraw a request for more time': [
		'Alex Doe withdrew the request of 2 March 2026 for the deadline of OIC-7 for Kent Police to move to 30 September 2026.'
	],
	'set a target': [
		'Alex Doe set the organisation’s own target for OIC-7 for Kent Police to 31 May 2026.'
	],
	'answer a wait: acknowledged': [
		'Alex Doe acknowledged that OIC-7 for Essex Police is waiting on OIC-7 for Kent Police.'
	],
	'answer a wait: disputed': [
		'Alex Doe disputed that OIC-7 for Essex Police is waiting on OIC-7 for Kent Police.'
	],
	'end a wait': [
		'Alex Doe recorded that OIC-7 for Kent Police is no longer waiting on OIC-7 for Essex Police.'
	]
};

test.each(COMMANDS)('$name is told in the trail: by whom, when, about what', async (command) => {
	const app = openTestApp();
	const given = await prepare(app, await openScene(app), command);
	app.goTo('2026-03-16');
	await command.run({ ...given, actor: { ...given.actor, name: 'Alex Doe' } });
	const entries = rowsOf(app, 'audit_entry');
	expect(entries.map((entry) => entry.sentence)).toEqual(SENTENCES[command.name]);
	for (const entry of entries) {
		expect(hasAuditSentence(String(entry.action))).toBe(true);
		expect(entry).toMatchObject({
			actor_id: given.actor.personId,
			actor_name: 'Alex Doe',
			at: app.clock.now(),
			on_day: '2026-03-16',
			// No history of the organisation or the assignment may tell of the inspectorate's own notes.
			organisation_id: isNote(entry.action) ? null : given.staged.organisationId,
			assignment_id: isNote(entry.action) || isOfPost(entry.action) ? null : given.staged.id
		});
	}
	expect(await verifyChain(app.db.read)).toMatchObject({ entries: entries.length, brokenAt: null });
});

function isNote(action: unknown): boolean {
	return String(action).startsWith('note.');
}

function isOfPost(action: unknown): boolean {
	return String(action).startsWith('post.');
}
