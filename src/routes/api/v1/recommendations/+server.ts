import { listRecommendationsForPrograms } from '#lib/server/reads/for-programs.ts';
import { LICENCE_SENTENCE } from '#lib/wording/provenance.ts';
import { apiAnswer } from '../../api-answer.ts';

/** Official text never goes without its licence. */
export const GET = apiAnswer('register', ['inspection'], async (context, _actor, params) => {
	const code = params.get('inspection') ?? undefined;
	const { inspection, data } = await listRecommendationsForPrograms(context, code);
	const withLicence = data.map(({ wording, ...row }) => ({
		...row,
		wording: wording && {
			...wording,
			licence: wording.kind === 'official' ? LICENCE_SENTENCE : null
		}
	}));
	return { inspection, data: withLicence };
});
