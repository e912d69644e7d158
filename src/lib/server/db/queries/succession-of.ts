import type { PlainDate } from '#lib/domain/plain-date.ts';
import { sql } from 'drizzle-orm';
import { assignmentSuccession } from '../schema/after-closure.ts';
import { assignment } from '../schema/assignment.ts';
import { organisation } from '../schema/organisation.ts';

/** A body from which an assignment came, or to which it went. */
export interface Successor {
	readonly organisationId: number;
	readonly code: string;
	readonly name: string;
	readonly onDay: PlainDate;
}

interface SuccessionFacts {
	/** Where it goes on; null where it was not handed over. */
	readonly to: Successor | null;
	/** Those that were handed over to it, earliest first. */
	readonly from: readonly Successor[];
}

const BODY = sql`json_object('organisationId', o.id, 'code', o.code, 'name', o.name, 'onDay', s.on_day)`;

/** Both ways of a handover as JSON, beside the row of `assignment`: no query of its own. */
export function successionSql() {
	const both = sql<SuccessionFacts>`json_object(
		'to', json((select ${BODY} from ${assignmentSuccession} s
			join ${assignment} a on a.id = s.successor_id
			join ${organisation} o on o.id = a.organisation_id
			where s.assignment_id = ${assignment.id})),
		'from', json((select json_group_array(json(${BODY})) from ${assignmentSuccession} s
			join ${assignment} a on a.id = s.assignment_id
			join ${organisation} o on o.id = a.organisation_id
			where s.successor_id = ${assignment.id})))`;
	return both.mapWith((json: string) => JSON.parse(json) as SuccessionFacts);
}
