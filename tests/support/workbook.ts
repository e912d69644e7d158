import { newKey } from '#lib/server/bring-workbook.ts';
import { workbookFile } from '#lib/server/exchange/workbook/make-workbook.ts';
import { xlsxParts } from '#lib/server/exchange/write-xlsx.ts';
import { zipPackage } from '#lib/server/files/zip-package.ts';
import { readWorkbookContent } from '#lib/server/reads/workbook-content.ts';
import { keepWorkbookDownload } from '#lib/server/services/workbooks.ts';
import { read, utils, write } from '@e965/xlsx';
import { aForm, aKey } from './assignment-facts.ts';
import { submit } from './routes.ts';
import { stage, type Scene } from './scene.ts';
import type { TestApp } from './test-app.ts';
import type { WayIn } from './ways-in.ts';

/** Kent's workbook as it left. */
export async function aWorkbook(app: TestApp, scene: Scene) {
	const lead = scene.people['own lead'];
	const { inspection, body, content } = await readWorkbookContent(app, lead, 'KENT', 'OIC');
	const key = newKey();
	await keepWorkbookDownload(app, lead, { key, inspectionId: inspection.id, body, content });
	return { content, file: { name: body.name, inspection: inspection.title, key } };
}

/** A workbook of Kent that came back and asks to publish an update: its key, and the box that selects it. */
export async function aReturnedWorkbook(app: TestApp, scene: Scene, number: number) {
	const staged = await stage(app, scene, 'in-progress', number);
	const { version } = await aForm(app, staged);
	return { key: staged.workbookKey, change: `1:${version}` };
}

const PAGE = '/(app)/workbooks/[key]';

/** Bringing a workbook back, and what is done with what it asks for. */
export const WORKBOOK_WAYS: readonly WayIn[] = [
	{
		name: '/(app)/workbooks default',
		needs: { of: 'assignment', action: 'bring-workbook' },
		done: [303],
		async make(app, scene, _role, number) {
			await stage(app, scene, 'in-progress', number);
			const { file, content } = await aWorkbook(app, scene);
			const pieces: Uint8Array[] = [];
			const parts = xlsxParts(workbookFile(file, content, app.clock.now()));
			for await (const piece of zipPackage(parts, app.clock.now())) pieces.push(piece);
			const book = read(Buffer.concat(pieces));
			utils.sheet_add_aoa(book.Sheets['Assignments']!, [['Briefed']], { origin: 'H4' });
			const bytes = write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer<ArrayBuffer>;
			const form = new FormData();
			form.append('submissionKey', aKey().padEnd(16, 'x'));
			form.append('files', new File([bytes], 'kent.xlsx'));
			const asked = { id: '/(app)/workbooks', action: 'default', params: {} };
			return (actor) => submit(app, actor, asked, form);
		}
	},
	...(['check', 'accept', 'refuse'] as const).map((action): WayIn => ({
		name: `${PAGE} ${action}`,
		needs: { of: 'assignment', action: 'add-update' },
		done: action === 'check' ? [200] : [303],
		async make(app, scene, _role, number) {
			const { key, change } = await aReturnedWorkbook(app, scene, number);
			const asked = { id: PAGE, action, params: { key } };
			return (actor) => submit(app, actor, asked, { change, verdict: 'accept' });
		}
	}))
];
