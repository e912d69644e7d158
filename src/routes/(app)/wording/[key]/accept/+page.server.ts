import { randomUUID } from 'node:crypto';
import { parseAcceptance } from '#lib/forms/wording-load.ts';
import { readAcceptance } from '#lib/server/reads/wording-loads.ts';
import { acceptWording } from '#lib/server/services/wording-acceptance.ts';
import { acting } from '../../../../acting.ts';
import { orErrorPage } from '../../../../form-action.ts';
import { stepAction } from '../step.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => ({
	wording: await orErrorPage(() => readAcceptance(locals.app, acting(locals), params.key)),
	submissionKey: randomUUID()
});

export const actions = { default: stepAction(parseAcceptance, acceptWording, 'wording-accepted') };
