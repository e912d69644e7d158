import type { Form } from './forms.ts';
import type { Asked } from './routes.ts';
import type { Staged } from './scene.ts';

/** A form as it is sent. */
export interface Sent {
	readonly asked: Asked & { readonly action: string };
	readonly fields: Readonly<Record<string, string>>;
}

/** The same form, once for each place in which it names something of Essex in place of something of Kent. */
export function withForeign(form: Form, { asked, fields }: Sent, kent: Staged, essex: Staged) {
	const pairs = [
		[kent.organisation, essex.organisation],
		[kent.evidenceKey, essex.evidenceKey],
		[kent.actionKey, essex.actionKey]
	] as const;
	const swap = (text: string) => pairs.reduce((now, [from, to]) => now.replace(from, to), text);
	const ways: (Sent & { what: string })[] = [];
	for (const [name, value] of Object.entries(asked.params)) {
		// Only what the address of this form names.
		if (!form.id.includes(`[${name}]`) || swap(value) === value) continue;
		const params = { ...asked.params, [name]: swap(value) };
		ways.push({ asked: { ...asked, params }, fields, what: `the address, ${name}` });
	}
	for (const [name, value] of Object.entries(fields)) {
		if (swap(value) === value) continue;
		const others = Object.entries(fields).map(([key, text]) => [swap(key), text]);
		const swapped = { ...Object.fromEntries(others), [swap(name)]: swap(value) };
		ways.push({ asked, fields: swapped, what: name });
	}
	const optional: Readonly<Record<string, string>> = {
		action: essex.actionKey,
		versionOf: essex.evidenceKey,
		ownerPostId: String(essex.postId)
	};
	for (const [name, value] of Object.entries(optional)) {
		if (!form.optional?.includes(name)) continue;
		ways.push({ asked, fields: { ...fields, [name]: value }, what: name });
	}
	return ways;
}
