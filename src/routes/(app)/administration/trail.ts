import { paths } from '#lib/wording/paths.ts';

type Step = { text: string; href?: string };

/** The way to a page of the administration, from its first page. */
export function trailTo(...steps: readonly Step[]): Step[] {
	return [{ text: 'Administration', href: paths.administration() }, ...steps];
}

/** Below one inspection. */
export function trailOfInspection(code: string, ...steps: readonly Step[]): Step[] {
	return trailTo({ text: code, href: paths.inspectionSettings(code) }, ...steps);
}

/** Below one recommendation. */
export function trailOfRecommendation(ref: string, ...steps: readonly Step[]): Step[] {
	const [code = ref] = ref.split('-');
	return trailOfInspection(code, { text: ref, href: paths.recommendationSettings(ref) }, ...steps);
}

/** Below the organisations. */
export function trailOfOrganisation(...steps: readonly Step[]): Step[] {
	return trailTo({ text: 'Organisations', href: paths.allOrganisations() }, ...steps);
}
