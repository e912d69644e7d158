import { DEADLINE_KIND_WORDS } from '#lib/wording/deadline.ts';
import {
	DEADLINE_LEDGER,
	EXTENSION_REASON_WORDS,
	extensionEndWords
} from '#lib/wording/extension.ts';
import type { DeadlineRevision } from '../../reads/deadline-revisions.ts';
import { readExtensions, type Extension } from '../../reads/extension.ts';
import { assignmentNameOf } from './evidence.ts';
import { day, text, wholeList, type ListColumn, type OpenListOf } from './open-list.ts';

interface Line {
	readonly at: number;
	readonly what: string;
	readonly by: string | null;
	readonly deadline?: string | null;
	readonly asked?: string | null;
	readonly why?: string | null;
	readonly reason?: string | null;
}

const COLUMNS: readonly ListColumn<Line>[] = [
	{ name: 'at', label: 'When', kind: 'instant', of: (row) => row.at },
	text('what', 'What', 32, (row) => row.what),
	text('by', 'By', 24, (row) => row.by),
	day('deadline', 'Deadline', (row) => row.deadline),
	day('asked', 'Date asked for', (row) => row.asked),
	text('why', 'Kind of reason', 24, (row) => row.why),
	text('reason', 'Reason', 60, (row) => row.reason)
];

/** Every request, answer and move of an assignment's deadline, latest first. */
export const openExtensions: OpenListOf = async ({ context, actor, params }) => {
	const name = assignmentNameOf(params);
	const { requests, revisions } = await readExtensions(context, actor, name);
	const lines = [...requests.flatMap(linesOfRequest), ...revisions.map(lineOfRevision)];
	const reference = `${name.reference}/${name.organisation}`;
	const list = {
		name: `${name.reference}-${name.organisation}-deadline`,
		title: `${DEADLINE_LEDGER}: ${reference}`,
		about: []
	};
	return wholeList(
		list,
		COLUMNS,
		lines.sort((one, other) => other.at - one.at)
	);
};

function linesOfRequest(request: Extension): Line[] {
	const { at, askedBy, askedDueOn, currentDueOn, reason, reasonCode, end, state } = request;
	const why = EXTENSION_REASON_WORDS[reasonCode].word;
	const asked = askedDueOn;
	const line = { at, what: 'More time asked for', by: askedBy, asked, deadline: currentDueOn };
	const ended =
		end && state !== 'open'
			? [
					{
						at: end.at,
						what: extensionEndWords(state, end.grantedDueOn),
						by: end.by,
						deadline: end.grantedDueOn,
						reason: end.reason
					}
				]
			: [];
	return [{ ...line, why, reason }, ...ended];
}

function lineOfRevision({ at, phrase, kind, lastDay, by, reason }: DeadlineRevision): Line {
	const worded = phrase ? ` (“${phrase}”)` : '';
	const what = `Deadline set: ${DEADLINE_KIND_WORDS[kind]}${worded}`;
	return { at, what, by, deadline: lastDay, reason };
}
