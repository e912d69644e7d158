import { commentPage } from '../comment-form.ts';
import type { Actions, PageServerLoad } from './$types';

const page = commentPage('everyone');

export const load: PageServerLoad = (event) => page.load(event);

export const actions: Actions = page.actions;
