import { LINE_MAX } from '#lib/domain/narrative.ts';
import * as v from 'valibot';
import { draftVersionOf } from './draft.ts';
import { optionalNarrative, submissionKey, version } from './fields.ts';
import { parseTyped, type FieldProblem, type Typed } from './parse.ts';

/** The name of the checkboxes of a point, each with the key of an item of evidence. */
export function linkField(point: string): string {
	return `${LINK}${point}`;
}

/** The name of the box for where in an item to look for a point. */
export function pageField(point: string, evidenceKey: string): string {
	return `${PAGE}${point}.${evidenceKey}`;
}

/** What the draft of a claim keeps. */
export function isClaimField(name: string): boolean {
	return name === 'statement' || name.startsWith(LINK) || name.startsWith(PAGE);
}

const LINK = 'link.';
const PAGE = 'page.';
/** Far more than anybody reads, and few enough to be written at once. */
const LINKS_MAX = 500;

const schema = v.object({
	statement: optionalNarrative('the closing statement'),
	version,
	submissionKey
});

/** What a claim needs beyond this is the domain's to say: `checkClaim` names what is missing. */
export function parseClaim(typed: Typed) {
	const parsed = parseTyped(schema, typed);
	const { links, problems } = readLinks(typed);
	if (!parsed.ok) return { ok: false as const, problems: [...parsed.problems, ...problems] };
	if (problems.length > 0) return { ok: false as const, problems };
	return {
		ok: true as const,
		command: { ...parsed.command, links, draftVersion: draftVersionOf(typed) }
	};
}

/** The page of what is not selected is left out. */
function readLinks(typed: Typed) {
	const problems: FieldProblem[] = [];
	const links = Object.entries(typed)
		.filter(([name]) => name.startsWith(LINK))
		.flatMap(([name, keys]) => {
			const point = name.slice(LINK.length);
			return [keys].flat().map((evidenceKey) => {
				const field = pageField(point, evidenceKey);
				const page = firstOf(typed[field]).trim();
				if (page.length > LINE_MAX) {
					problems.push({
						field,
						message: `Where to look must be ${LINE_MAX} characters or fewer`
					});
				}
				return { point, evidenceKey, page: page === '' ? undefined : page };
			});
		});
	if (links.length > LINKS_MAX) {
		problems.push({ field: '', message: `Select ${LINKS_MAX} items of evidence or fewer` });
	}
	return { links, problems };
}

function firstOf(text: string | readonly string[] | undefined): string {
	return [text ?? ''].flat()[0] ?? '';
}
