import type { OwnWork } from '#lib/domain/own-work.ts';
import type { Paper } from '#lib/domain/paper.ts';
import type { PlainDate } from '#lib/domain/plain-date.ts';
import type { PromiseKind } from '#lib/domain/post.ts';
import type { AssignmentStatus } from '#lib/domain/status.ts';
import { moreWords, OWED_NEXT_WORDS, PROMISE_WORDS } from '#lib/wording/brief.ts';
import { plural } from '#lib/wording/counts.ts';
import { formatDay, formatDayShort } from '#lib/wording/dates.ts';
import { movedWords } from '#lib/wording/deadline.ts';
import { paths } from '#lib/wording/paths.ts';
import { plainLine } from '#lib/wording/plain-line.ts';
import { tenureWords } from '#lib/wording/posts.ts';
import { PAGE_MARKING } from '#lib/wording/reminders.ts';
import { SAMPLE_NOTICE, SERVICE_NAME } from '#lib/wording/service.ts';
import { STATUS_LOOK } from '#lib/wording/status.ts';
import { excerpt } from '#lib/wording/summary.ts';
import {
	address,
	cell,
	heading,
	link,
	look,
	paragraph,
	smallPrint,
	strong,
	table
} from './blocks.ts';

interface Holder {
	readonly name: string;
	readonly fromDay: PlainDate;
	readonly toDay: PlainDate | null;
}

/** A handover brief, as it is read. */
interface Brief {
	readonly today: PlainDate;
	readonly post: {
		readonly id: number;
		readonly title: string;
		readonly organisationCode: string;
		readonly organisationName: string;
	};
	readonly holder: Holder | null;
	readonly previous: Holder | null;
	readonly commitments: { readonly rows: readonly Commitment[]; readonly total: number };
	readonly promises: { readonly rows: readonly Promised[]; readonly total: number };
	readonly holdings: {
		readonly rows: readonly { readonly reference: string }[];
		readonly total: number;
	};
	readonly isSensitive: boolean;
}

interface Commitment {
	readonly reference: string;
	readonly title: string;
	readonly status: AssignmentStatus;
	readonly currentDueOn: PlainDate | null;
	readonly originalDueOn: PlainDate | null;
	readonly deadlineMoves: number;
	readonly work: OwnWork;
}

interface Promised {
	readonly kind: PromiseKind;
	readonly day: PlainDate;
	readonly text: string;
	readonly reference: string;
}

/** Letters of one promise: the brief is one sheet. */
const TEXT_MAX = 120;

/** What whoever takes over a post has to know, on one sheet. */
export function briefPaper(
	brief: Brief,
	{ isSample, origin, at }: { isSample: boolean; origin: string; at: number }
): Paper {
	const { post, holder, previous, commitments, promises } = brief;
	const here = origin + paths.post(post.organisationCode, post.id);
	const more = [commitments, promises].flatMap(
		({ rows, total }) => moreWords(rows.length, total, here) || []
	);
	return {
		...{ format: 1, title: plainLine(post.title), code: null, hash: null },
		caption: `Handover brief · ${plainLine(post.organisationName)}`,
		marking: brief.isSensitive ? 'OFFICIAL-SENSITIVE' : PAGE_MARKING,
		asAt: `Data as at ${formatDay(brief.today)}`,
		notice: isSample ? `${SAMPLE_NOTICE.title}. ${SAMPLE_NOTICE.text}` : null,
		...{ author: SERVICE_NAME, madeAt: at },
		blocks: [
			paragraph(holders(holder, previous)),
			paragraph(
				strong(
					`${plural(commitments.total, 'open assignment')}, ${plural(promises.total, 'promised date')}.`
				)
			),
			heading(2, 'Open commitments'),
			commitments.rows.length === 0
				? paragraph('This post owns and delivers nothing that is open.')
				: table(
						'Due next first',
						[
							['Assignment', 44],
							['Status', 18],
							['Deadline', 22],
							['Owed next', 16]
						],
						commitments.rows.map((row) => [
							cell(
								link(
									row.reference,
									origin + paths.assignment(row.reference, post.organisationCode)
								),
								` ${plainLine(row.title)}`
							),
							cell(look(STATUS_LOOK[row.status])),
							cell(
								[row.currentDueOn ? formatDayShort(row.currentDueOn) : 'None set', movedWords(row)]
									.filter((words) => words !== '')
									.join(', ')
							),
							cell(OWED_NEXT_WORDS[row.work])
						]),
						true
					),
			heading(2, 'Promised dates'),
			promises.rows.length === 0
				? paragraph('None.')
				: table(
						'In the order of their days',
						[
							['Day', 14],
							['What', 20],
							['For', 12],
							['Promised', 54]
						],
						promises.rows.map((row) => [
							cell(formatDayShort(row.day)),
							cell(PROMISE_WORDS[row.kind]),
							cell(row.reference),
							cell(excerpt(row.text, TEXT_MAX))
						]),
						true
					),
			...more.map((words) => smallPrint(words)),
			smallPrint('Evidence held, and all of it: ', address(here))
		]
	};
}

function holders(holder: Holder | null, previous: Holder | null): string {
	const tenure = ({ name, fromDay, toDay }: Holder) =>
		`${plainLine(name)} (${tenureWords(fromDay, toDay)})`;
	if (holder === null) {
		return previous
			? `From ${tenure(previous)} to whoever takes it over: nobody holds it now.`
			: 'Nobody holds it yet.';
	}
	return previous ? `From ${tenure(previous)} to ${tenure(holder)}.` : `Held by ${tenure(holder)}.`;
}
