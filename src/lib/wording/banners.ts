import { VERBS } from '#lib/domain/status.ts';
import { MOVE_WORDS } from './moves.ts';

const BANNERS: Readonly<Record<string, string>> = {
	'already-submitted': 'This form was sent twice. It was carried out once.',
	'recheck-sustained': 'The re-check is recorded. The assignment stays confirmed.',
	'recheck-reopened': 'The re-check is recorded, and the assignment is in progress again.',
	'recommendation-superseded':
		'It is superseded. What was open is closed with no further action, and the organisations are told.',
	'update-added': 'Your update is published.',
	'update-corrected': 'Your correction is published. The earlier update stays in the record.',
	'view-saved':
		'Your view is saved. Its link opens it for whoever you give it to, as far as they may see.',
	'view-renamed': 'Your view has its new name. Its link stays.',
	'view-ended': 'Your view is ended. Its link opens nothing any more.',
	'draft-saved': 'Your draft is saved. Only you can see it.',
	'draft-discarded': 'Your draft is discarded.',
	'workbook-brought': 'The workbook was read. Nothing is changed yet: look at what it asks for.',
	'workbook-decided': 'What you decided is done, and noted below.',
	'updates-added': 'Your update is published on every assignment that you selected.',
	'exemption-asked':
		'Your request is with the inspectorate. The deadline runs on until it is decided.',
	'exemption-withdrawn': 'The request is withdrawn. It stays in the record.',
	'exemption-agreed': 'This assignment is set not applicable. The organisation is told.',
	'exemption-refused': 'The assignment stays as it is. The organisation is told.',
	'comment-added': 'Your comment is there for everybody who may see this assignment.',
	'note-kept': 'Your note is kept. Only the inspectorate sees it.',
	'note-added': 'Your narrative is published. Nothing else was changed.',
	'evidence-added-again':
		'Your evidence is added. The same file is already here: the item says as what.',
	'version-added': 'The new version is added. Earlier versions stay below it.',
	'file-quarantined': 'The malware scanner found something in this file. Nobody can open it.',
	'file-awaits-scan':
		'The malware scanner has not passed this file yet. Until then only whoever uploaded it can open it.',
	'evidence-added': 'Your evidence is added.',
	'evidence-withdrawn': 'The evidence is withdrawn. It stays in the record with your reason.',
	'acceptance-recorded': 'The acceptance is recorded.',
	'owner-set': 'The owner is recorded.',
	'holder-changed': 'The new holder is recorded. The old name stays in history.',
	'post-vacant': 'It is recorded that nobody holds this post.',
	'assignments-reassigned': 'The assignments have moved. Each keeps its history.',
	'handover-accepted': 'You have accepted the handover.',
	'waiting-recorded': 'The wait is recorded. The deadline still runs.',
	'waiting-ended': 'The wait has ended.',
	'wait-acknowledged': 'You have acknowledged the wait. The body that waits is told.',
	'wait-disputed': 'You have disputed the wait. The body that waits is told.',
	'parts-recorded': 'The parts are recorded.',
	'parts-written': 'The parts of this recommendation are changed.',
	'claim-reviewed': 'Your decision is recorded.',
	'review-agreed': 'You have countersigned the review. The decision counts from now on.',
	'review-not-agreed': 'You have not agreed with the review. The claim waits for another one.',
	'review-taken': 'You have taken this claim for review.',
	'review-handed-over': 'The claim is handed over. The inspector is told.',
	'review-put-back': 'The claim is back in the queue.',
	'criteria-written': 'What good looks like is changed for this recommendation.',
	'action-added': 'The action is in the plan.',
	'action-change': 'The action is changed.',
	'action-complete': 'The action is done.',
	'action-reopen': 'The action is planned again.',
	'action-drop': 'The action is dropped. It stays in the plan with your reason.',
	'action-moved': 'The order is changed.',
	'inspection-added': 'The inspection is added.',
	'inspection-changed': 'The inspection is changed.',
	'recommendation-added': 'The recommendation is added. It falls to nobody yet.',
	'recommendation-changed': 'The recommendation is changed.',
	'summary-written': 'The working summary is saved. The one before stays in the record.',
	'allocation-added': 'The recommendation falls to one more organisation.',
	'allocation-withdrawn': 'The recommendation is withdrawn. The assignment stays in the record.',
	'capacity-changed': 'The part that the organisation has in it is changed.',
	'organisation-added': 'The organisation is added.',
	'organisation-changed': 'The organisation is changed.',
	'organisation-ended': 'The end is recorded, and what was open is handed over.',
	'sample-drawn': 'The sample is drawn. Its seed is kept, so that anybody can draw it again.',
	'wording-loaded':
		'The wording is kept beside what was read from it. Check each item; nothing is in force yet.',
	'wording-corrected': 'The correction is saved.',
	'wording-accepted': 'The official wording is in force. What stood before stays in the record.',
	'wording-sent-back': 'The wording is sent back. Whoever loaded it gets a message.',
	'wording-offered': 'The wording is offered again. Whoever sent it back gets a message.',
	'wording-put-aside': 'The wording is put aside. It stays in the record with your reason.',
	'phrase-set': 'The table of addressees is changed. It counts for what is read from now on.',
	'token-revoked': 'The token is revoked. Nothing opens with it any more.',
	'outcome-recorded': 'The outcome is recorded.',
	'pack-prepared': 'The draft is begun. Nobody else reads it before it is issued.',
	'pack-changed': 'The pack is changed.',
	'pack-commented': 'The commentary is saved.',
	'pack-dropped': 'The draft is put aside.',
	'pack-issued': 'The pack is issued. It stays as it is from now on.',
	'period-opened': 'The period is open. Every update that it asks for is listed here.',
	'period-closed': 'The period is closed. What was not reported stays in the record.',
	'section55-recorded': 'What was published is recorded.',
	'rhythm-set': 'The rhythm is set. It counts from the next period on.',
	'deadline-set': 'The deadline is recorded.',
	'recommendation-deadline-set':
		'The deadline is recorded, and every assignment that it reaches has it.',
	'extension-asked':
		'Your request is with the inspectorate. The deadline stays until it is decided.',
	'extension-withdrawn': 'The request is withdrawn. It stays in the record.',
	'extension-grant': 'The deadline is moved. The organisation is told.',
	'extension-grant-other': 'The deadline is moved. The organisation is told.',
	'extension-refuse': 'The deadline stays as it is. The organisation is told.',
	'target-set': 'Your own target date is recorded. The deadline stays as it is.',
	'signed-out': 'You are signed out.',
	'password-chosen': 'Your password is saved. Sign in with it.',
	'password-changed': 'Your password is changed. You are signed out everywhere else.',
	'signed-out-elsewhere': 'You are signed out everywhere else.',
	'invitation-sent': 'The invitation is on its way.',
	'roles-set': 'The roles are saved. They count from now on.',
	'account-off': 'The account is switched off, and its sessions have ended.',
	'account-on': 'The account is switched on again.',
	discarded: 'Nothing was saved. This is how the assignment stands now.',
	...Object.fromEntries(VERBS.map((verb) => [verb, `This assignment ${MOVE_WORDS[verb].done}.`]))
};

/** What a page says once after a form was carried out; null for a code that is none of ours. */
export function bannerWords(code: string | undefined): string | null {
	if (code === undefined || !Object.hasOwn(BANNERS, code)) return null;
	return BANNERS[code] ?? null;
}

const NOT_DONE: readonly string[] = [
	'already-submitted',
	'discarded',
	'file-quarantined',
	'file-awaits-scan'
];

/** Success for what was done, important for what was not. */
export function isGoodNews(code: string | undefined): boolean {
	return code !== undefined && !NOT_DONE.includes(code) && bannerWords(code) !== null;
}
