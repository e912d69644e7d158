import { parsePutAside } from '#lib/forms/wording-load.ts';
import { putAside } from '#lib/server/services/wording-turns.ts';
import { stepAction, stepLoad } from '../step.ts';

export const load = stepLoad('load-wording');

export const actions = { default: stepAction(parsePutAside, putAside, 'wording-put-aside') };
