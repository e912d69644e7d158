import { CONFIDENCES, DECISION_BASES } from '#lib/domain/confidence.ts';
import { addDays } from '#lib/domain/plain-date.ts';
import { isGivenBack, moveOf, type Verb } from '#lib/domain/status.ts';
import { evidence, progressUpdate, statusChange } from '#lib/server/db/schema/tables.ts';
import { narrative, shortText, subject } from './phrases.ts';
import { about, inspector, lead, ownBody, tell, type Scene } from './scene.ts';
import type { Standing } from './standing.ts';

// Deeds that carry an assignment on.

const BY_INSPECTORATE: readonly Verb[] = [
	'confirm',
	'return',
	'reopen',
	'set-not-applicable',
	'set-not-accepted',
	'set-no-further-action'
];

export function move(scene: Scene, verb: Verb): void {
	const { random, standing, onDay } = scene;
	const actor = BY_INSPECTORATE.includes(verb) ? inspector(scene) : lead(scene);
	const { to, conditions } = moveOf(verb);
	const from = standing.status;
	const said = {
		...(conditions.includes('statement') ? { statement: narrative(random) } : {}),
		...(conditions.includes('reason') ? { reason: shortText(random) } : {}),
		...(conditions.includes('basis') ? { basis: random.pick(DECISION_BASES) } : {})
	};
	scene.rows.add(statusChange, {
		...about(scene, actor),
		verb,
		fromStatus: from,
		toStatus: to,
		...said
	});
	const isClaim = to === 'reported-complete';
	Object.assign(standing, {
		status: to,
		statusOn: onDay,
		claimedOn: isClaim ? onDay : null,
		claimedBy: isClaim ? actor.id : null,
		...(isClaim ? { lastReportedOn: onDay } : {}),
		...(isGivenBack(from, to) ? { askedSince: onDay } : {}),
		version: standing.version + 1
	} satisfies Partial<Standing>);
	tell(scene, `assignment.${verb}`, actor, { from, to, ...said });
}

export function update(scene: Scene, verb: 'start' | 'resume' | undefined): void {
	const { random, rows, standing, onDay } = scene;
	const actor = random.chance(0.7) ? random.pick(ownBody(scene).contributors) : lead(scene);
	const confidence = random.chance(0.8) ? random.pick(CONFIDENCES) : null;
	const hasMilestone = random.chance(0.4);
	const from = standing.status;
	rows.add(progressUpdate, {
		...about(scene, actor),
		narrative: narrative(random),
		confidence,
		nextMilestone: hasMilestone ? shortText(random) : null,
		nextMilestoneOn: hasMilestone ? addDays(onDay, random.between(20, 90)) : null
	});
	if (verb) {
		const to = moveOf(verb).to;
		rows.add(statusChange, { ...about(scene, actor), verb, fromStatus: from, toStatus: to });
		Object.assign(standing, { status: to, statusOn: onDay } satisfies Partial<Standing>);
	}
	standing.lastReportedOn = onDay;
	standing.version += 1;
	tell(scene, 'assignment.update', actor, { confidence, from, to: standing.status });
}

/** A link or a sighting: a file would need its bytes. Evidence does not count the version on. */
export function addEvidence(scene: Scene): void {
	const { random, rows, onDay } = scene;
	const actor = random.chance(0.5) ? random.pick(ownBody(scene).contributors) : lead(scene);
	const id = ++scene.serial.evidence;
	const title = `Minutes and papers on ${subject(random)}`;
	const kind = random.chance(0.5) ? 'link' : 'sighting';
	rows.add(evidence, {
		...about(scene, actor),
		key: `bench${String(id).padStart(8, '0')}`,
		kind,
		title,
		shows: shortText(random),
		marking: 'official',
		addedBy: actor.id,
		...(kind === 'link'
			? { linkUrl: `https://papers.example/${id}` }
			: {
					heldWhere: 'The force’s own records system',
					custodian: 'Records manager',
					seenBy: actor.name,
					seenOn: onDay
				})
	});
	tell(scene, 'evidence.add', actor, { kind, title, sha256: null });
}
