import type { openClient, Answer } from './ask.ts';
import type { Signature } from './cast.ts';

type Client = ReturnType<typeof openClient>;

/** Opens the page of a form and fills in what it carries hidden, as a browser would send it back. */
export async function openForm(client: Client, who: Signature, path: string) {
	const page = await client.ask(path, { headers: { accept: 'text/html', ...who } });
	if (page.status !== 200) throw new Error(`${path} answered ${page.status}`);
	const html = page.body.toString();
	const form = new URLSearchParams();
	for (const [, name = '', value = ''] of html.matchAll(HIDDEN)) form.append(name, value);
	if (!form.has('version') || !form.has('submissionKey')) throw new Error(`${path} has no form`);
	// A page with several actions names the one that this form is sent to.
	const action = ACTION.exec(html)?.[1] ?? '';
	return {
		send(fields: Readonly<Record<string, string>>): Promise<Answer> {
			for (const [name, value] of Object.entries(fields)) form.set(name, value);
			return client.ask(path + action, { headers: { accept: 'text/html', ...who }, form });
		}
	};
}

const HIDDEN = /<input type="hidden" name="([^"]+)" value="([^"]*)"/g;
const ACTION = /<form[^>]* action="(\?\/[^"]+)"/;
