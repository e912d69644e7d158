import { readAuditQuery } from '#lib/forms/audit-query.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { formatDay } from '#lib/wording/dates.ts';
import { readWholeAuditTrail } from '../../reads/audit-trail.ts';
import { cellsOf, number, text, type ListColumn, type OpenListOf } from './open-list.ts';

type Entry =
	Awaited<ReturnType<typeof readWholeAuditTrail>>['chunks'] extends AsyncIterable<
		readonly (infer Row)[]
	>
		? Row
		: never;

const COLUMNS: readonly ListColumn<Entry>[] = [
	number('sequence', 'Number', (row) => row.sequence),
	{ name: 'at', label: 'When', kind: 'instant', of: (row) => row.at },
	text('sentence', 'What happened', 90, (row) => row.sentence),
	text('hash', 'Hash', 40, (row) => row.hash)
];

/** The trail as far as the reader may be told of it, latest first. */
export const openAudit: OpenListOf = async ({ context, actor, params }) => {
	const { from, to, assignment, problems } = readAuditQuery(params);
	const [problem] = problems;
	if (problem) throw new Refusal('unknown-filter', { facts: { field: problem.field } });
	const trail = await readWholeAuditTrail(context, actor, { from, to, assignment });
	return {
		name: 'audit-trail',
		title: 'Audit trail',
		about: [
			...(from ? [`From ${formatDay(from)}`] : []),
			...(to ? [`To ${formatDay(to)}`] : []),
			...(assignment ? [`Of ${assignment.reference}/${assignment.organisation}`] : []),
			`The last entry's hash is ${trail.head}`
		],
		columns: COLUMNS,
		total: trail.total,
		chunks: cellsOf(COLUMNS, trail.chunks)
	};
};
