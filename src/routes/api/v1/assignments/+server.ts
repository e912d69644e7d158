import {
	cursorText,
	PROGRAM_FILTERS,
	PROGRAM_PAGE,
	readProgramQuery
} from '#lib/forms/program-query.ts';
import { ANSWER_MAX, listAssignmentsForPrograms } from '#lib/server/reads/for-programs.ts';
import { apiAnswer } from '../../api-answer.ts';

export const GET = apiAnswer(
	'assignments',
	[...PROGRAM_FILTERS, ...PROGRAM_PAGE],
	async (context, actor, params) => {
		const { inspection, filter, page } = readProgramQuery(params, ANSWER_MAX);
		const { last, ...answer } = await listAssignmentsForPrograms(
			...([context, actor, inspection, filter, page] as const)
		);
		return { ...answer, next: last && cursorText(last) };
	}
);
