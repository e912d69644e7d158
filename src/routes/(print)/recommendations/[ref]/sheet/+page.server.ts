import { recommendationPaper } from '../../../../recommendation-paper.ts';
import { drawnOnce } from '../../../../sealed.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	drawnOnce(() => recommendationPaper(event, event.params.ref));
