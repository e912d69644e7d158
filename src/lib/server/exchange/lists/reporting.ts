import { notFound } from '#lib/domain/refusal.ts';
import { readOwedShown } from '#lib/forms/reporting.ts';
import { formatDay } from '#lib/wording/dates.ts';
import { OWED_LOOK, owedKey } from '#lib/wording/reporting.ts';
import { readReportingPeriod } from '../../reads/reporting-period.ts';
import { readReportingPeriods, type PeriodRow } from '../../reads/reporting-periods.ts';
import {
	cellsOf,
	day,
	number,
	pageByPage,
	text,
	wholeList,
	type ListColumn,
	type OpenListOf
} from './open-list.ts';

const PERIOD: readonly ListColumn<PeriodRow>[] = [
	day('opens', 'Opens on', (row) => row.opensOn),
	day('closes', 'Closes on', (row) => row.closesOn),
	{ name: 'closedAt', label: 'Closed at', kind: 'instant', of: (row) => row.closedAt },
	number('owed', 'Updates owed', (row) => row.owed),
	number('reported', OWED_LOOK.reported.word, (row) => row.reported),
	number('notReported', OWED_LOOK['not-reported'].word, (row) => row.notReported),
	number('closedMeanwhile', OWED_LOOK['closed-meanwhile'].word, (row) => row.closedMeanwhile)
];

/** The reporting periods of one inspection, with what became of what each asked for. */
export const openPeriods: OpenListOf = async ({ context, actor, params }) => {
	const code = params.get('inspection') || undefined;
	const read = async (page: number) => {
		const shown = await readReportingPeriods(context, actor, code, page);
		return { ...shown, rows: shown.periods };
	};
	const first = await read(1);
	const rows: PeriodRow[] = [];
	for await (const page of pageByPage(first, read)) rows.push(...page);
	const { inspection } = first;
	const title = `Reporting periods: ${inspection.title}`;
	return wholeList({ name: `${inspection.code}-periods`, title, about: [] }, PERIOD, rows);
};

type Period = Awaited<ReturnType<typeof readReportingPeriod>>;
type Owed = Omit<NonNullable<Period['list']>['rows'][number], 'ownerEmail'>;

/** What one period asked for, or was not told; `period` is its number, `shown` as on its page. */
export const openPeriod: OpenListOf = async ({ context, actor, params }) => {
	const id = params.get('period') ?? '';
	if (!/^[1-9]\d{0,8}$/.test(id)) throw notFound('period');
	const shown = readOwedShown(params.get('shown'));
	const read = async (page: number) => {
		const answer = await readReportingPeriod(context, actor, Number(id), shown, page);
		const { chase, list } = answer;
		const bodies = chase?.bodies.flatMap(({ rows }) => rows) ?? [];
		return { ...answer, rows: list?.rows ?? bodies, pages: (list ?? chase)?.pages ?? 1 };
	};
	const first = await read(1);
	const { period, counts } = first;
	const totals = { silent: counts.silent, all: counts.owed };
	const columns = columnsOf(period.isRunning);
	return {
		name: `${period.inspectionCode}-period-${period.opensOn}-${shown}`,
		title: `Reporting period from ${formatDay(period.opensOn)}: ${period.inspectionTitle}`,
		about: [shown === 'silent' ? 'What was not reported' : 'What was asked for'],
		columns,
		total: shown in totals ? totals[shown as keyof typeof totals] : (first.list?.total ?? 0),
		chunks: cellsOf(columns, pageByPage(first, read))
	};
};

function columnsOf(isRunning: boolean): readonly ListColumn<Owed>[] {
	return [
		text('recommendation', 'Recommendation', 16, (row) => row.reference),
		text('organisationCode', 'Organisation code', 14, (row) => row.organisationCode),
		text('title', 'Title', 40, (row) => row.title),
		text('outcome', 'Outcome', 20, (row) => OWED_LOOK[owedKey(row.outcome, isRunning)].word),
		text('owner', 'Owner', 28, (row) => row.ownerPost),
		text('holder', 'Held by', 28, (row) => row.ownerName)
	];
}
