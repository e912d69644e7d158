import { deserialize } from '$app/forms';

/** What the action that saves a draft answers. */
export interface DraftAnswer {
	readonly draft?: { readonly version: number; readonly savedAt: number };
	readonly draftElsewhere?: { readonly version: number; readonly savedAt: number | null };
	readonly signedOut?: true;
}

/** What a browser still sends while it leaves the page. */
const LAST_BYTES_MAX = 60_000;

/** The fields of the form as they stand, with others in place of its own. */
export function bodyOf(
	form: HTMLFormElement,
	others: Readonly<Record<string, number | undefined>>
): string {
	const fields = new FormData(form);
	for (const [name, value] of Object.entries(others)) {
		if (value !== undefined) fields.set(name, String(value));
	}
	const texts = [...fields].filter(([, value]) => typeof value === 'string') as [string, string][];
	return new URLSearchParams(texts).toString();
}

/**
 * @param isLast the page is being left, and does not wait
 * @returns null where no answer came
 */
export async function postDraft(
	address: string,
	body: string,
	isLast: boolean
): Promise<DraftAnswer | null> {
	try {
		const response = await fetch(address, {
			method: 'POST',
			headers: {
				accept: 'application/json',
				'content-type': 'application/x-www-form-urlencoded',
				'x-sveltekit-action': 'true'
			},
			cache: 'no-store',
			keepalive: isLast && body.length < LAST_BYTES_MAX,
			body
		});
		const result = deserialize(await response.text());
		return result.type === 'success' || result.type === 'failure' ? (result.data ?? {}) : {};
	} catch {
		return null;
	}
}
