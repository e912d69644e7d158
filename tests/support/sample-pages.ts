import type { Action } from '#lib/domain/policy.ts';
import type { Page } from './pages.ts';
import type { Staged } from './scene.ts';

/** The pages of samples. */
export function samplePages(staged: Staged): Page[] {
	const whole = (action: Action) => ({ of: 'service' as const, action });
	return [
		{ id: '/(app)/samples', params: {}, needs: whole('read-samples') },
		{ id: '/(app)/samples/new', params: {}, search: '?size=1', needs: whole('draw-sample') },
		{ id: '/(app)/samples/[key]', params: { key: staged.sampleKey }, needs: whole('read-samples') },
		{
			id: '/(app)/samples/[key]/[position]',
			params: { key: staged.sampleKey, position: '1' },
			needs: whole('record-sample-outcome')
		}
	];
}
