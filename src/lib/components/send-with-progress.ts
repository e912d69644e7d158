import { applyAction, deserialize } from '$app/forms';
import { typedOf } from '#lib/forms/parse.ts';

type ActionResult = ReturnType<typeof deserialize>;

/** A form on its way, in bytes. */
export interface Sending {
	readonly sent: number;
	readonly total: number;
	readonly files: number;
	cancel(): void;
}

const LOST =
	'The connection was lost. Send it again: should it have arrived after all, it is not saved twice.';

/**
 * Sends a form with files to its own action, as the browser would, and says how far it has come. Where it
 * is refused, what was typed and chosen stands as it was. XMLHttpRequest, because fetch does not tell.
 * @returns what stops it listening
 */
export function sendWithProgress(
	form: HTMLFormElement,
	onSending: (sending: Sending | null) => void
): () => void {
	let current: XMLHttpRequest | null = null;

	async function submit(event: SubmitEvent) {
		event.preventDefault();
		if (current) return;
		const content = new FormData(form, event.submitter);
		const files = [...content.values()].filter((value) => value instanceof File && value.name);
		const request = (current = new XMLHttpRequest());
		const tell = (sent: number, total: number) =>
			onSending({ sent, total, files: files.length, cancel: () => request.abort() });
		tell(0, 0);
		// Not `form.action`: a field of that name would stand in its place.
		const answer = await send(request, form.getAttribute('action') ?? '', content, tell);
		current = null;
		onSending(null);
		if (answer === 'cancelled') return;
		const result = answer === 'lost' ? lost(content) : read(answer);
		await applyAction(result);
	}

	form.addEventListener('submit', submit);
	return () => {
		form.removeEventListener('submit', submit);
		current?.abort();
	};
}

function send(
	request: XMLHttpRequest,
	address: string,
	content: FormData,
	tell: (sent: number, total: number) => void
): Promise<string> {
	return new Promise((resolve) => {
		request.open('POST', address);
		request.setRequestHeader('accept', 'application/json');
		request.setRequestHeader('x-sveltekit-action', 'true');
		request.upload.onprogress = ({ loaded, total }) => tell(loaded, total);
		request.onload = () => resolve(request.responseText);
		request.onerror = () => resolve('lost');
		request.onabort = () => resolve('cancelled');
		request.send(content);
	});
}

/** A page in place of an answer, as from a proxy that has its own limit, is no answer either. */
function read(answer: string): ActionResult {
	try {
		return deserialize(answer);
	} catch {
		return { type: 'error', error: new Error('The answer could not be read') };
	}
}

function lost(content: FormData): ActionResult {
	const problems = [{ field: 'files', message: LOST }];
	return { type: 'failure', status: 503, data: { values: typedOf(content), problems } };
}
