import { receiveFile } from '#lib/server/files/receive-file.ts';
import { storedFile } from '#lib/server/db/schema/tables.ts';
import { anItemOfEvidence } from './assignment-facts.ts';
import { stage, type Scene } from './scene.ts';
import type { TestApp } from './test-app.ts';
import { aView } from './views.ts';
import type { Needs } from './ways-in.ts';

/** An address that answers with something else than a page, about Kent, and who is let in. */
export interface Endpoint {
	readonly id: string;
	readonly needs: Needs | null;
	/** The statuses by which it answers; 200 alone where they are left out. */
	readonly done?: readonly number[];
	readonly paramsOf: (
		app: TestApp,
		scene: Scene,
		number: number
	) => Promise<Record<string, string>>;
}

export const ENDPOINTS: readonly Endpoint[] = [
	{
		id: '/evidence/[key]',
		needs: { of: 'assignment', action: 'download-evidence' },
		paramsOf: async (app, scene, number) => ({ key: await aStoredFile(app, scene, number) })
	},
	{
		id: '/(app)/recommendations/[ref]/[org]/evidence/zip',
		needs: { of: 'assignment', action: 'download-evidence' },
		async paramsOf(app, scene, number) {
			const { reference, organisation } = await stage(app, scene, 'in-progress', number);
			return { ref: reference, org: organisation };
		}
	},
	...['content.json', 'receipt.pdf'].map((file): Endpoint => ({
		id: `/(app)/receipts/[key]/${file}`,
		needs: { of: 'assignment', action: 'read-assignment' },
		async paramsOf(app, scene, number) {
			const { receiptKey } = await stage(app, scene, 'reported-complete', number);
			return { key: receiptKey };
		}
	})),
	{
		id: '/(app)/organisations/[code]/workbook.[format]',
		needs: { of: 'assignment', action: 'add-update' },
		async paramsOf(app, scene, number) {
			const { organisation } = await stage(app, scene, 'in-progress', number);
			return { code: organisation, format: 'xlsx' };
		}
	},
	{
		// Whoever may see nothing gets a file without rows; what is in it has tests of its own.
		id: '/(app)/exports/[list].[format]',
		needs: null,
		async paramsOf(app, scene, number) {
			await stage(app, scene, 'in-progress', number);
			return { list: 'assignments', format: 'csv' };
		}
	},
	{
		id: '/(app)/compare/changes.csv',
		needs: null,
		async paramsOf(app, scene, number) {
			await stage(app, scene, 'in-progress', number);
			return {};
		}
	},
	{
		id: '/(app)/views/[key]',
		needs: null,
		done: [303],
		paramsOf: async (app, scene) => ({ key: await aView(app, scene.people.inspector) })
	},
	{
		// Of a page that nobody names there is nothing to tell; streams have tests of their own.
		id: '/(app)/events',
		needs: null,
		paramsOf: () => Promise.resolve({})
	},
	...['pdf', 'docx', 'charts/[place].svg'].map((path): Endpoint => ({
		id: `/(app)/board-packs/[key]/${path}`,
		needs: { of: 'assignment', action: 'prepare-own-pack', isHidden: true },
		async paramsOf(app, scene, number) {
			const { packKey } = await stage(app, scene, 'in-progress', number);
			return { key: packKey, place: '1' };
		}
	})),
	{
		// Of what everybody may know; names are those that the reader may see.
		id: '/(app)/recommendations/[ref]/sheet.pdf',
		needs: null,
		paramsOf: async (app, scene, number) => ({
			ref: (await stage(app, scene, 'in-progress', number)).reference
		})
	},
	{
		id: '/(app)/organisations/[code]/sheet.pdf',
		needs: { of: 'assignment', action: 'read-organisation' },
		async paramsOf(app, scene, number) {
			await stage(app, scene, 'in-progress', number);
			return { code: 'KENT' };
		}
	},
	{
		id: '/(app)/organisations/[code]/posts/[post]/brief.pdf',
		needs: { of: 'assignment', action: 'read-organisation' },
		async paramsOf(app, scene, number) {
			const { postId } = await stage(app, scene, 'in-progress', number);
			return { code: 'KENT', post: String(postId) };
		}
	},
	// Counts of what each may see, which is nothing for some: for everybody who is signed in.
	...['svg', 'png', 'csv', 'json'].map((kind) => ({
		id: `/(app)/charts/[name].${kind}`,
		needs: null,
		paramsOf: async (app: TestApp, scene: Scene, number: number) => {
			await stage(app, scene, 'in-progress', number);
			return { name: 'timeliness' };
		}
	}))
];

/** A file of Kent's evidence, with its bytes in the store: the key of the item. */
async function aStoredFile(app: TestApp, scene: Scene, number: number): Promise<string> {
	const staged = await stage(app, scene, 'in-progress', number);
	const { name, ...stored } = await receiveFile(app.files, 'policy.txt', oneChunk(number));
	await app.db.write((tx) =>
		tx
			.insert(storedFile)
			.values({ ...stored, at: app.clock.now() })
			.onConflictDoNothing()
	);
	const facts = { kind: 'file' as const, linkUrl: null, fileSha256: stored.sha256, fileName: name };
	return (await anItemOfEvidence(app, staged, scene.claimant, facts)).key;
}

async function* oneChunk(number: number): AsyncGenerator<Uint8Array> {
	yield Buffer.from(`policy ${number}`);
}
