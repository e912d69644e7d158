import { openClient } from './ask.ts';
import type { Cast } from './cast.ts';
import { openForm } from './form.ts';

/**
 * Saves a progress update, each on the next open assignment of the body and the inspection that the pages show: so
 * that whoever comes next finds something changed that counts on their page.
 */
export function openChanger(origin: string, { desks, inspection }: Cast): () => Promise<void> {
	const client = openClient(origin);
	const { who, open } = desks[0]!;
	const shown = open.filter((path) => path.includes(`/${inspection}-`));
	let turn = 0;
	return async () => {
		const form = await openForm(client, who, `${shown[turn++ % shown.length]}/updates/new`);
		const { status } = await form.send({
			narrative: 'The steps that were agreed last month have been taken in every district.',
			confidence: 'probable'
		});
		if (status !== 303) throw new Error(`An update was answered with ${status}`);
	};
}
