import { Refusal } from '#lib/domain/refusal.ts';
import { countForPrograms } from '#lib/server/reads/for-programs.ts';
import { apiAnswer } from '../../api-answer.ts';

export const GET = apiAnswer('counts', ['inspection', 'by'], (context, actor, params) => {
	const by = params.get('by') ?? 'recommendation';
	if (by !== 'recommendation' && by !== 'organisation') {
		throw new Refusal('wrong-parameter', { field: 'by' });
	}
	return countForPrograms(context, actor, params.get('inspection') ?? undefined, by);
});
