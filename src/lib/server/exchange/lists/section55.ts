import { formatDay } from '#lib/wording/dates.ts';
import { SECTION55_LAW, SECTION55_LOOK } from '#lib/wording/section55.ts';
import { readSection55 } from '../../reads/section55.ts';
import { day, number, text, wholeList, type ListColumn, type OpenListOf } from './open-list.ts';

type Body = Awaited<ReturnType<typeof readSection55>>['rows'][number];

const COLUMNS: readonly ListColumn<Body>[] = [
	text('code', 'Force code', 12, (row) => row.organisationCode),
	text('body', 'Local policing body', 36, (row) => row.localPolicingBody),
	text('force', 'Force', 32, (row) => row.organisationName),
	text('region', 'Region', 20, (row) => row.region),
	text('state', 'Comments', 20, (row) => SECTION55_LOOK[row.state].word),
	day('publishedOn', 'Published on', (row) => row.publishedOn),
	number('daysLate', 'Days late', (row) => row.daysLate),
	text('url', 'Address', 48, (row) => row.url)
];

/** What each local policing body has published on the report. */
export const openSection55: OpenListOf = async ({ context, actor, params }) => {
	const code = params.get('inspection') || undefined;
	const { inspection, rows } = await readSection55(context, actor, code);
	const list = {
		name: `${inspection.code}-section-55`,
		title: `Section 55 responses: ${inspection.title}`,
		about: [`Due by ${formatDay(inspection.dueOn)}`, SECTION55_LAW.duty]
	};
	return wholeList(list, COLUMNS, rows);
};
