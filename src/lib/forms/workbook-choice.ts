import type { Parsed, Typed } from './parse.ts';

export interface WorkbookChoice {
	readonly chosen: readonly { readonly position: number; readonly version: number }[];
	readonly verdict: 'accept' | 'refuse';
}

/** The value of a change's box: which one, and as which version of its subject the page showed it. */
export function choiceValue(position: number, version: string | null | undefined): string {
	return `${position}:${version ?? 0}`;
}

/** Which changes of a returned workbook are to be accepted or refused, each once. */
export function parseWorkbookChoice(typed: Typed): Parsed<WorkbookChoice> {
	const chosen = new Map<number, number>();
	for (const value of [typed['change'] ?? []].flat()) {
		const match = /^([1-9]\d{0,5}):(\d{1,9})$/.exec(value);
		if (!match) return problem('Open the page again before you decide');
		chosen.set(Number(match[1]), Number(match[2]));
	}
	if (chosen.size === 0) return problem('Select what you want to accept or refuse');
	const verdict = typed['verdict'] === 'refuse' ? 'refuse' : 'accept';
	const command = {
		chosen: [...chosen].map(([position, version]) => ({ position, version })),
		verdict
	};
	return { ok: true, command: { ...command, verdict } };
}

function problem(message: string): Parsed<never> {
	return { ok: false, problems: [{ field: 'change', message }] };
}
