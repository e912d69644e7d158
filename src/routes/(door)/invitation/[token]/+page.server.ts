import { acceptInvitation } from '#lib/server/services/password-link.ts';
import { choosePassword, loadLink } from '../../choose-password.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => loadLink(event, 'invitation');

export const actions: Actions = { default: choosePassword(acceptInvitation) };
