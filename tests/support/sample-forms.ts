import { stage } from './scene.ts';
import type { ServiceForm } from './service-forms.ts';

/** Every form about samples. */
export const SAMPLE_FORMS: readonly ServiceForm[] = [
	{
		id: '/(app)/samples/new',
		needs: 'draw-sample',
		fields: { from: 'OIC', size: '1', method: 'random' },
		async prepare(app, scene, number) {
			await stage(app, scene, 'reported-complete', number);
			return {};
		}
	},
	{
		id: '/(app)/samples/[key]/[position]',
		needs: 'record-sample-outcome',
		fields: { outcome: 'not-upheld', reason: 'The log has gaps', version: '0' },
		async prepare(app, scene, number) {
			const { sampleKey } = await stage(app, scene, 'reported-complete', number);
			return { params: { key: sampleKey, position: '1' } };
		}
	}
];
