import { can } from '#lib/domain/policy.ts';
import { isNational, ownOrganisationIds, type Actor } from '#lib/domain/actor.ts';
import { paths } from '#lib/wording/paths.ts';

/** What the menu offers, by right: nobody is shown a door that does not open. */
export function navigationFor(actor: Actor): { href: string; text: string }[] {
	const reads = isNational(actor) || ownOrganisationIds(actor).length > 0;
	return [
		{ href: paths.home(), text: reads ? 'Overview' : 'Home', shown: true },
		{ href: paths.recommendations(), text: 'Recommendations', shown: true },
		{ href: paths.assignments(), text: 'Assignments', shown: reads },
		{ href: paths.organisations(), text: 'Organisations', shown: true },
		{ href: paths.reviews(), text: 'Reviews', shown: can(actor, 'read-review-queue') },
		{ href: paths.samples(), text: 'Samples', shown: can(actor, 'read-samples') },
		{ href: paths.periods(), text: 'Reporting', shown: can(actor, 'read-reporting') },
		{ href: paths.summary(), text: 'Summary', shown: reads },
		{
			href: paths.administration(),
			text: 'Administration',
			shown: can(actor, 'set-inspection')
		},
		{ href: paths.people(), text: 'People', shown: can(actor, 'manage-people') },
		{ href: paths.audit(), text: 'Audit trail', shown: can(actor, 'read-audit-trail') }
	]
		.filter((item) => item.shown)
		.map(({ href, text }) => ({ href, text }));
}
