import type { Actor } from '#lib/domain/actor.ts';
import { londonDay } from '#lib/domain/plain-date.ts';
import { isVerdict } from '#lib/domain/review.ts';
import type { App } from '#lib/server/app.ts';
import { findAssignment, type AssignmentName } from '#lib/server/db/queries/assignment.ts';
import { partsOf } from '#lib/server/db/queries/part.ts';
import { openWaitsOn } from '#lib/server/db/queries/waiting.ts';
import { receiveFile } from '#lib/server/files/receive-file.ts';
import { recordAcceptance } from '#lib/server/services/acceptance.ts';
import { moveAssignment } from '#lib/server/services/assignment-moves.ts';
import { setDeadline } from '#lib/server/services/deadlines.ts';
import { addFiles, addLink, addSighting } from '#lib/server/services/evidence.ts';
import { askExemption, decideExemption } from '#lib/server/services/exemptions.ts';
import { askExtension, decideExtension } from '#lib/server/services/extensions.ts';
import { setOwner } from '#lib/server/services/ownership.ts';
import { recordParts } from '#lib/server/services/part-changes.ts';
import { addUpdate } from '#lib/server/services/progress-updates.ts';
import { countersignReview } from '#lib/server/services/reviews.ts';
import { setTarget } from '#lib/server/services/targets.ts';
import { answerWaiting } from '#lib/server/services/waiting-answers.ts';
import { recordWaiting } from '#lib/server/services/waiting.ts';
import { claim } from './claim.ts';
import { evidenceFile } from './evidence-files.ts';
import { review } from './review.ts';
import type { SampleAssignment, SampleStep } from './step.ts';

export interface Stamp {
	readonly version: number;
	readonly submissionKey: string;
}

/** Does one step through the service that anybody's page would call. */
export async function act(
	app: App,
	actor: Actor,
	assignment: SampleAssignment,
	step: SampleStep,
	stamp: Stamp,
	postIdOf: (title: string) => Promise<number>
): Promise<void> {
	const { reference, organisation } = assignment;
	const name = { reference, organisation };
	const serves = async () =>
		'part' in step && step.part !== undefined
			? { partId: await partIdOf(app, actor, name, step.part) }
			: {};
	switch (step.act) {
		case 'own': {
			const postId = await postIdOf(step.post);
			return setOwner(app, actor, name, { postId, ...stamp });
		}
		case 'accept':
			return recordAcceptance(app, actor, name, { ...step, ...stamp });
		case 'deadline':
			return setDeadline(app, actor, name, { ...step, setBy: 'inspectorate', ...stamp });
		case 'update':
			return addUpdate(app, actor, name, { ...step, ...stamp });
		case 'move': {
			const { verb } = step;
			if (verb === 'report-complete') return claim(app, actor, name, { ...step, ...stamp });
			if (isVerdict(verb)) {
				return review(app, actor, name, { ...step, verdict: verb, ...stamp });
			}
			return moveAssignment(app, actor, name, { ...step, verb, ...stamp });
		}
		case 'countersign':
			return countersignReview(app, actor, name, { ...step, ...stamp });
		case 'ask-exemption':
			return askExemption(app, actor, name, { ...step, ...stamp });
		case 'decide-exemption':
			return decideExemption(app, actor, name, { ...step, ...stamp });
		case 'ask-extension': {
			const { lastDay: askedDueOn, reasonCode, reason } = step;
			return askExtension(app, actor, name, { askedDueOn, reasonCode, reason, ...stamp });
		}
		case 'decide-extension':
			return decideExtension(app, actor, name, { ...step, grantedDueOn: step.lastDay, ...stamp });
		case 'target':
			return setTarget(app, actor, name, { ...step, ...stamp });
		case 'wait':
			return recordWaiting(app, actor, name, { ...step, ...stamp });
		case 'answer-wait': {
			const { waiting: by, answer, reason } = step;
			const { id } = await findAssignment(app.db.read, actor, name);
			const [wait] = await openWaitsOn(app.db.read, id, by);
			if (!wait) throw new RangeError(`${by.organisation} does not wait for ${organisation}`);
			const given = { by, waitingId: wait.id, answer, reason };
			return answerWaiting(app, actor, name, { ...given, ...stamp });
		}
		case 'part': {
			const { isMet, note } = step;
			const partId = await partIdOf(app, actor, name, step.label);
			return recordParts(app, actor, name, { parts: [{ partId, isMet, note }], ...stamp });
		}
		case 'link':
			return addLink(app, actor, name, { ...step, ...(await serves()), ...stamp });
		case 'sighting': {
			const seen = { seenBy: actor.name, seenOn: londonDay(app.clock.now()) };
			return addSighting(app, actor, name, { ...step, ...seen, ...(await serves()), ...stamp });
		}
		case 'file': {
			const facts = { title: step.title, reference, organisation, day: step.day };
			const { name: fileName, bytes } = evidenceFile(step.format, facts);
			const file = await receiveFile(app.files, fileName, oneChunk(bytes));
			await addFiles(app, actor, name, { ...step, files: [file], ...(await serves()), ...stamp });
		}
	}
}

/** Evidence may be added by several people at once, so it does not count the version on. */
export function countsVersionOn({ act }: SampleStep): boolean {
	return act !== 'file' && act !== 'link' && act !== 'sighting';
}

async function partIdOf(app: App, actor: Actor, name: AssignmentName, label: string) {
	const found = await findAssignment(app.db.read, actor, name);
	const part = (await partsOf(app.db.read, found)).find((one) => one.label === label);
	if (!part) throw new RangeError(`${name.reference} has no part ${label}`);
	return part.id;
}

async function* oneChunk(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
	yield bytes;
}
