import { can } from '#lib/domain/policy.ts';
import { isNational, ownOrganisationIds, type Actor } from '#lib/domain/actor.ts';
import { paths } from '#lib/wording/paths.ts';

interface Item {
	readonly href: string;
	readonly text: string;
	readonly shown: boolean;
	/** Pages that are reached from it and have addresses of their own. */
	readonly covers?: readonly string[];
}

/** What the menu offers, by right: nobody is shown a door that does not open. */
export function navigationFor(actor: Actor) {
	const reads = isNational(actor) || ownOrganisationIds(actor).length > 0;
	const items: Item[] = [
		{
			href: paths.home(),
			text: reads ? 'Overview' : 'Home',
			shown: true,
			covers: [paths.dashboard(), paths.matrix(), paths.views()]
		},
		{ href: paths.recommendations(), text: 'Recommendations', shown: true },
		{ href: paths.assignments(), text: 'Assignments', shown: reads },
		{ href: paths.organisations(), text: 'Organisations', shown: true },
		{
			href: paths.reviews(),
			text: 'Reviews',
			shown: can(actor, 'read-review-queue'),
			covers: [paths.samples(), paths.rechecks(), paths.quality()]
		},
		{
			href: paths.periods(),
			text: 'Reporting',
			shown: can(actor, 'read-reporting'),
			covers: [paths.section55()]
		},
		{
			href: paths.summary(),
			text: 'Summary',
			shown: reads,
			covers: [paths.boardPacks()]
		},
		// An inspector finds the settings of an inspection beside its recommendations.
		{
			href: paths.administration(),
			text: 'Administration',
			shown: can(actor, 'manage-organisations')
		},
		{ href: paths.people(), text: 'People', shown: can(actor, 'manage-people') },
		{ href: paths.audit(), text: 'Audit trail', shown: can(actor, 'read-audit-trail') }
	];
	return items
		.filter((item) => item.shown)
		.map(({ href, text, covers = [] }) => ({ href, text, covers }));
}
