import type { Actor } from '#lib/domain/actor.ts';
import { plainDate } from '#lib/domain/plain-date.ts';
import { isOpen, type AssignmentStatus } from '#lib/domain/status.ts';
import type { AssignmentName } from '#lib/server/db/queries/assignment.ts';
import { aPost, anItemOfEvidence } from './assignment-facts.ts';
import { aDraftPack } from './draft-pack.ts';
import { aPeriodToCome } from './period.ts';
import { aReceipt } from './receipt.ts';
import { aPerson, anAssignment, anOrganisation } from './builders.ts';
import { anAction } from './plan.ts';
import { aSampleOf } from './sample.ts';
import type { TestApp } from './test-app.ts';
import { aWorkbookOf } from './workbook-rows.ts';
import { aWordingLoad } from './wording-load.ts';

/** Everybody who could try something on an assignment of Kent. */
export const ROLE_NAMES = [
	'inspector',
	'administrator',
	'national observer',
	'own lead',
	'own contributor',
	'own observer',
	'foreign lead',
	'foreign contributor',
	'foreign observer',
	'nobody',
	'inspector and own lead',
	'administrator and foreign lead'
] as const;
export type RoleName = (typeof ROLE_NAMES)[number];

/** Those who may not know that the assignment exists. */
export const BLIND: readonly RoleName[] = [
	'administrator',
	'foreign lead',
	'foreign contributor',
	'foreign observer',
	'nobody',
	'administrator and foreign lead'
];

export interface Scene {
	readonly kent: number;
	readonly essex: number;
	readonly people: Readonly<Record<RoleName, Actor>>;
	/** Somebody of Kent who is none of them: whoever made the claim that waits. */
	readonly claimant: Actor;
	readonly kentPost: number;
	readonly essexPost: number;
}

/** An assignment with one item of evidence and one planned action. */
export interface Staged extends AssignmentName {
	readonly id: number;
	readonly organisationId: number;
	readonly evidenceKey: string;
	readonly actionKey: string;
	/** A post of the same organisation. */
	readonly postId: number;
	/** Of the claim, where one waits. */
	readonly receiptKey: string;
	/** Of a sample with that claim alone. */
	readonly sampleKey: string;
	/** Of wording loaded by the inspector, where a claim waits. */
	readonly wordingKey: string;
	/** Of a workbook that came back. */
	readonly workbookKey: string;
	/** Of a period to come, where a claim waits: it asks for nothing yet. */
	readonly periodId: number;
	/** Of a draft of a board pack of the same organisation. */
	readonly packKey: string;
}

/** Two forces, Kent and Essex, and one person for each way to have to do with them. */
export async function openScene(app: TestApp): Promise<Scene> {
	const kent = await anOrganisation(app, 'KENT', { name: 'Kent Police' });
	const essex = await anOrganisation(app, 'ESSEX', { name: 'Essex Police' });
	return {
		kent,
		essex,
		people: {
			inspector: await aPerson(app, 'inspector'),
			administrator: await aPerson(app, 'administrator'),
			'national observer': await aPerson(app, 'observer'),
			'own lead': await aPerson(app, ['lead', kent]),
			'own contributor': await aPerson(app, ['contributor', kent]),
			'own observer': await aPerson(app, ['observer', kent]),
			'foreign lead': await aPerson(app, ['lead', essex]),
			'foreign contributor': await aPerson(app, ['contributor', essex]),
			'foreign observer': await aPerson(app, ['observer', essex]),
			nobody: await aPerson(app),
			'inspector and own lead': await aPerson(app, 'inspector', ['lead', kent]),
			'administrator and foreign lead': await aPerson(app, 'administrator', ['lead', essex])
		},
		claimant: await aPerson(app, ['lead', kent]),
		kentPost: await aPost(app, kent, 'Head of Crime', 'Alex Doe'),
		essexPost: await aPost(app, essex, 'Head of Intelligence', 'Sam Roe')
	};
}

/** An assignment, Kent's unless another is named, in that status as if it had come there by the moves. */
export async function stage(
	app: TestApp,
	scene: Scene,
	status: AssignmentStatus,
	number = 7,
	organisationId = scene.kent
): Promise<Staged> {
	const day = plainDate('2026-02-02');
	const isClaimed = status === 'reported-complete';
	const made = await anAssignment(app, organisationId, {
		number,
		status,
		...(isClaimed ? { claimedOn: day, claimedBy: scene.claimant.personId } : {}),
		...(isOpen(status) && status !== 'not-started' ? { lastReportedOn: day } : {})
	});
	const { key } = await anItemOfEvidence(app, made, scene.claimant);
	const planned = { ...made, organisationId };
	const actionKey = await anAction(app, [planned], scene.claimant);
	const receiptKey = isClaimed ? await aReceipt(app, made) : 'none';
	const sampleKey = isClaimed ? await aSampleOf(app, made, scene.people.inspector) : 'none';
	const periodId = isClaimed ? await aPeriodToCome(app) : 0;
	const wordingKey = isClaimed ? await aWordingLoad(app, scene.people.inspector, number) : 'none';
	const postId = organisationId === scene.kent ? scene.kentPost : scene.essexPost;
	const lead = organisationId === scene.kent ? scene.claimant : scene.people['foreign lead'];
	const packKey = await aDraftPack(app, made, lead);
	const keys = { evidenceKey: key, actionKey, receiptKey, sampleKey, wordingKey, packKey };
	const workbookKey = await aWorkbookOf(app, made, lead);
	return { ...planned, workbookKey, ...keys, postId, periodId };
}
