import { readAcceptance } from '#lib/server/reads/wording-loads.ts';
import { sendBack } from '#lib/server/services/wording-turns.ts';
import { aKey } from './assignment-facts.ts';
import { aPerson } from './builders.ts';
import { dayFields } from './day-fields.ts';
import { submit } from './routes.ts';
import { stage } from './scene.ts';
import type { ServiceForm } from './service-forms.ts';
import type { TestApp } from './test-app.ts';
import type { WayIn } from './ways-in.ts';
import { aWordingLoad } from './wording-load.ts';

const BASE = '/(app)/wording';
const SOURCE = 'By March 2027, Kent Police should begin.';

/** Every form about official wording but correcting. */
export const WORDING_FORMS: readonly ServiceForm[] = [
	{
		id: `${BASE}/new`,
		needs: 'load-wording',
		fields: {
			...{ inspection: 'OIC', source: 'The report', sourceUrl: 'https://example.test/report' },
			...{ 'source-text': `R7 ${SOURCE}`, ...dayFields('retrievedOn', 1, 3, 2026) }
		},
		async prepare(app, scene, number) {
			await stage(app, scene, 'in-progress', number);
			return {};
		}
	},
	{
		id: `${BASE}/[key]/accept`,
		needs: 'accept-wording',
		fields: { version: '1' },
		async prepare(app, scene, number) {
			await stage(app, scene, 'in-progress', number);
			const key = await aWordingLoad(app, await aPerson(app, 'administrator'), number);
			const { seen } = await readAcceptance(app, scene.people.inspector, key);
			return { params: { key }, fields: { seen } };
		}
	},
	{
		id: `${BASE}/[key]/put-aside`,
		needs: 'load-wording',
		fields: { version: '1', reason: 'Another edition' },
		async prepare(app, scene, number) {
			await stage(app, scene, 'in-progress', number);
			return { params: { key: await aWordingLoad(app, scene.people.inspector, number) } };
		}
	},
	{
		id: `${BASE}/[key]/send-back`,
		needs: 'accept-wording',
		fields: { version: '1', reason: 'The deadline of the second is another' },
		async prepare(app, scene, number) {
			await stage(app, scene, 'in-progress', number);
			return {
				params: { key: await aWordingLoad(app, await aPerson(app, 'administrator'), number) }
			};
		}
	},
	{
		id: `${BASE}/addressees/phrase`,
		needs: 'load-wording',
		fields: { phrase: 'coastal forces', patterns: 'KENT', seen: '[["patterns",[]]]' },
		prepare: async () => ({})
	}
];

/** Correcting and offering again are for whoever loaded it, so here whoever tries has loaded it. */
export const WORDING_WAYS: readonly WayIn[] = [
	loadersWay('[key]/[position]', {
		...{ number: '7', text: SOURCE, kind: 'none', included: 'yes' },
		...{ organisations: 'KENT', version: '1' }
	}),
	loadersWay(
		'[key]/offer',
		{ note: 'The deadline is as printed', version: '2' },
		async (app, key) => {
			const checker = await aPerson(app, 'inspector');
			const said = { reason: 'Another day', version: 1, submissionKey: aKey() };
			await sendBack(app, checker, key, said);
		}
	)
];

function loadersWay(
	path: string,
	fields: Readonly<Record<string, string>>,
	before: (app: TestApp, key: string) => Promise<void> = async () => {}
): WayIn {
	const id = `${BASE}/${path}`;
	return {
		name: `${id} default`,
		needs: { of: 'service', action: 'load-wording' },
		done: [303],
		async make(app, scene, role, number) {
			await stage(app, scene, 'in-progress', number);
			const key = await aWordingLoad(app, scene.people[role], number);
			await before(app, key);
			const asked = { id, action: 'default', params: { key, position: '1' } };
			const submissionKey = aKey().padEnd(16, 'x');
			return (actor) => submit(app, actor, asked, { ...fields, submissionKey });
		}
	};
}
