import { parseOfferAgain } from '#lib/forms/wording-load.ts';
import { offerAgain } from '#lib/server/services/wording-turns.ts';
import { stepAction, stepLoad } from '../step.ts';

export const load = stepLoad('load-wording');

export const actions = { default: stepAction(parseOfferAgain, offerAgain, 'wording-offered') };
