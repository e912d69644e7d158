import { inspectionFacts, organisationFacts } from '#lib/server/db/queries/administered.ts';
import { findBody } from '#lib/server/db/queries/allocated.ts';
import { findInspection } from '#lib/server/db/queries/administered.ts';
import { planOf } from '#lib/server/services/succession.ts';
import { countsText } from '#lib/forms/organisation.ts';
import { seenText } from '#lib/domain/seen.ts';
import { countHandover } from '#lib/domain/succession.ts';
import { aForm } from './assignment-facts.ts';
import { anOrganisation } from './builders.ts';
import { dayFields } from './day-fields.ts';
import { stage, type Scene } from './scene.ts';
import type { ServiceForm } from './service-forms.ts';
import type { TestApp } from './test-app.ts';

const BASE = '/(app)/administration';
const REPORT = {
	title: 'Custody services in London',
	url: 'https://example.test/custody',
	licence: 'Open Government Licence v3.0'
};
const SUMMARY = { text: 'Records are to be kept', source: 'The article', sourceUrl: '' };
const BODY = {
	name: 'The New Force',
	kind: 'police-force',
	region: 'Eastern',
	chiefOfficerTitle: 'Chief Constable'
};

/** Every form of the administration. */
export const ADMINISTRATION_FORMS: readonly ServiceForm[] = [
	{
		id: `${BASE}/inspections/new`,
		needs: 'manage-inspections',
		fields: {
			...{ code: 'LON', inspectorate: 'HMICFRS', ...REPORT },
			...dayFields('publishedOn', 2, 3, 2026)
		},
		prepare: async () => ({})
	},
	{
		id: `${BASE}/inspections/[code]/change`,
		needs: 'manage-inspections',
		fields: REPORT,
		prepare: anInspection
	},
	{
		id: `${BASE}/inspections/[code]/settings`,
		needs: 'set-inspection',
		fields: { countersigned: 'yes', recheck: '6' },
		prepare: anInspection
	},
	{
		id: `${BASE}/inspections/[code]/new`,
		needs: 'manage-inspections',
		fields: { number: '999', title: 'Keep records', theme: 'Records', ...SUMMARY },
		prepare: anInspection
	},
	{
		id: `${BASE}/recommendations/[ref]/change`,
		needs: 'manage-inspections',
		fields: { title: 'Keep records', theme: 'Records' },
		async prepare(app, scene, number) {
			const { reference } = await stage(app, scene, 'in-progress', number);
			const seen = seenText({ title: `Recommendation ${number}`, theme: 'Targeting' });
			return { params: { ref: reference }, fields: { seen } };
		}
	},
	{
		id: `${BASE}/recommendations/[ref]/summary`,
		needs: 'manage-inspections',
		fields: SUMMARY,
		async prepare(app, scene, number) {
			const { reference } = await stage(app, scene, 'in-progress', number);
			return { params: { ref: reference }, fields: { seen: seenText({ wording: null }) } };
		}
	},
	{
		id: `${BASE}/recommendations/[ref]/new`,
		needs: 'manage-allocation',
		fields: { organisation: 'ESSEX', capacity: 'lead', reason: 'It has a port too' },
		async prepare(app, scene, number) {
			const { reference } = await stage(app, scene, 'in-progress', number);
			return { params: { ref: reference } };
		}
	},
	{
		id: `${BASE}/recommendations/[ref]/[org]/withdraw`,
		needs: 'manage-allocation',
		fields: { reason: 'By mistake' },
		prepare: anAllocation
	},
	{
		id: `${BASE}/recommendations/[ref]/[org]/part`,
		needs: 'manage-allocation',
		fields: { capacity: 'contributing', reason: 'Essex leads' },
		prepare: anAllocation
	},
	{
		id: `${BASE}/organisations/new`,
		needs: 'manage-organisations',
		fields: { code: 'NEWFORCE', ...BODY },
		prepare: async () => ({})
	},
	{
		id: `${BASE}/organisations/[code]/change`,
		needs: 'manage-organisations',
		fields: BODY,
		async prepare(app, _scene, number) {
			const code = await aBody(app, number);
			const seen = seenText(organisationFacts(await findBody(app.db.read, code)));
			return { params: { code }, fields: { seen } };
		}
	},
	{
		id: `${BASE}/organisations/[code]/end`,
		needs: 'manage-organisations',
		fields: { successor: 'ESSEX', reason: 'They merged', ...dayFields('lastDay', 1, 3, 2026) },
		async prepare(app, scene, number) {
			const code = await aBody(app, number);
			const { id } = await findBody(app.db.read, code);
			await stage(app, scene, 'in-progress', number, id);
			const plan = await planOf(app.db.read, id, scene.essex);
			return { params: { code }, fields: { seen: countsText(countHandover(plan)) } };
		}
	}
];

async function anInspection(app: TestApp, scene: Scene, number: number) {
	await stage(app, scene, 'in-progress', number);
	const seen = seenText(inspectionFacts(await findInspection(app.db.read, 'OIC')));
	return { params: { code: 'OIC' }, fields: { seen } };
}

async function anAllocation(app: TestApp, scene: Scene, number: number) {
	const staged = await stage(app, scene, 'in-progress', number);
	const { version } = await aForm(app, staged);
	const params = { ref: staged.reference, org: staged.organisation };
	return { params, fields: { version: String(version) } };
}

async function aBody(app: TestApp, number: number): Promise<string> {
	const code = `BODY${number}`;
	await anOrganisation(app, code);
	return code;
}
