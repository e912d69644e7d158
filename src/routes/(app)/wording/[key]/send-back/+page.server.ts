import { parseSendBack } from '#lib/forms/wording-load.ts';
import { sendBack } from '#lib/server/services/wording-turns.ts';
import { stepAction, stepLoad } from '../step.ts';

export const load = stepLoad('accept-wording');

export const actions = { default: stepAction(parseSendBack, sendBack, 'wording-sent-back') };
