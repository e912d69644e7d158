import { CONFIDENCES } from '#lib/domain/confidence.ts';
import { EXTENSION_REASONS } from '#lib/domain/extension.ts';
import { partsOf, type PlainDate } from '#lib/domain/plain-date.ts';
import type { WorkbookChangeKind } from '#lib/domain/workbook.ts';
import { CONFIDENCE_LOOK } from '#lib/wording/confidence.ts';
import { EXTENSION_REASON_WORDS } from '#lib/wording/extension.ts';
import { parseActionStep } from './action.ts';
import { parseExtensionRequest } from './extension.ts';
import type { FieldProblem, Parsed, Typed } from './parse.ts';
import { parseProgressUpdate } from './progress-update.ts';
import { WORKBOOK_FIELDS } from './workbook-columns.ts';

/** The cells of one change, by the names of their columns: text as it stands there, days as 'YYYY-MM-DD'. */
export type WorkbookCells = Readonly<Record<string, string>>;

type CommandOf<Parse extends (...args: never[]) => Parsed<unknown>> = Extract<
	ReturnType<Parse>,
	{ ok: true }
>['command'];

/** What a row of a workbook asks for: a form of the page that does the same. */
export type WorkbookCommand =
	| { readonly kind: 'update'; readonly form: CommandOf<typeof parseProgressUpdate> }
	| { readonly kind: 'extension'; readonly form: CommandOf<typeof parseExtensionRequest> }
	| { readonly kind: 'action'; readonly form: CommandOf<typeof parseActionStep> };

/** Reads the cells of a change as the form of its page is read; each problem has the name of its column. */
export function parseWorkbookChange(
	kind: WorkbookChangeKind,
	cells: WorkbookCells,
	stamp: { readonly version: number; readonly submissionKey: string }
): Parsed<WorkbookCommand> {
	const problems: FieldProblem[] = [];
	const typed: Record<string, string> = {
		version: String(stamp.version),
		submissionKey: stamp.submissionKey
	};
	for (const field of WORKBOOK_FIELDS[kind]) {
		const text = cells[field] ?? '';
		if (field.endsWith('On')) Object.assign(typed, typedDay(field, text));
		else if (field === 'confidence') typed[field] = codeOf(CONFIDENCE_WORDS, field, text);
		else if (field === 'reasonCode') typed[field] = codeOf(REASON_WORDS, field, text);
		else typed[field] = text;
	}
	const parsed = parseAs(kind, typed);
	if (parsed.ok && problems.length === 0) return parsed;
	const known = new Set(problems.map(({ field }) => field));
	const more = parsed.ok ? [] : parsed.problems.filter(({ field }) => !known.has(field));
	return { ok: false, problems: [...problems, ...more] };

	function codeOf(words: ReadonlyMap<string, string>, field: string, text: string): string {
		if (text === '') return '';
		const code = words.get(text.toLowerCase());
		if (code !== undefined) return code;
		const all = [...words.keys()].map((word) => `“${word}”`).join(', ');
		problems.push({ field, message: `It has to be one of ${all}` });
		return '';
	}
}

function parseAs(kind: WorkbookChangeKind, typed: Typed): Parsed<WorkbookCommand> {
	switch (kind) {
		case 'update': {
			const parsed = parseProgressUpdate(typed);
			return parsed.ok ? { ok: true, command: { kind, form: parsed.command } } : parsed;
		}
		case 'extension': {
			const parsed = parseExtensionRequest(typed);
			return parsed.ok ? { ok: true, command: { kind, form: parsed.command } } : parsed;
		}
		case 'action': {
			const parsed = parseActionStep('complete', typed);
			return parsed.ok ? { ok: true, command: { kind, form: parsed.command } } : parsed;
		}
	}
}

const CONFIDENCE_WORDS = new Map<string, string>(
	CONFIDENCES.map((code) => [CONFIDENCE_LOOK[code].word.toLowerCase(), code])
);
const REASON_WORDS = new Map<string, string>(
	EXTENSION_REASONS.map((code) => [EXTENSION_REASON_WORDS[code].word.toLowerCase(), code])
);

/** The words that a cell may hold, as the workbook says them. */
export const CONFIDENCE_CHOICES = CONFIDENCES.map((code) => CONFIDENCE_LOOK[code].word);
export const REASON_CHOICES = EXTENSION_REASONS.map((code) => EXTENSION_REASON_WORDS[code].word);

function typedDay(name: string, text: string): Record<string, string> {
	if (text === '') return {};
	const parts = /^\d{4}-\d{2}-\d{2}$/.test(text) ? partsOf(text as PlainDate) : null;
	return Object.fromEntries(
		(['day', 'month', 'year'] as const).map((part) => [
			`${name}-${part}`,
			parts ? String(parts[part]) : text
		])
	);
}
