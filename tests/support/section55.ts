import { section55Response } from '#lib/server/db/schema/tables.ts';
import { stage } from './scene.ts';
import type { ServiceForm } from './service-forms.ts';

/** Every form about the comments of local policing bodies. */
export const SECTION55_FORMS: readonly ServiceForm[] = [
	{
		id: '/(app)/section-55/[code]/record',
		needs: 'record-section55',
		fields: {
			inspection: 'OIC',
			'publishedOn-day': '9',
			'publishedOn-month': '7',
			'publishedOn-year': '2025',
			url: 'https://commissioner.example/comments'
		},
		async prepare(app, scene, number) {
			await stage(app, scene, 'in-progress', number);
			const rows = await app.db.read.select().from(section55Response);
			const version = String(rows.at(-1)?.id ?? 0);
			const fields = { version, [`position-${number}`]: 'accepted' };
			return { params: { code: 'KENT' }, fields };
		}
	}
];
