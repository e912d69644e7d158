import { readPeopleFilter } from '#lib/forms/people.ts';
import { PERSON_STATE_LOOK } from '#lib/wording/person-state.ts';
import { roleHoldingWords } from '#lib/wording/roles.ts';
import { listPeople, type PersonRow } from '../../reads/people.ts';
import { cellsOf, pageByPage, text, type ListColumn, type OpenListOf } from './open-list.ts';

const COLUMNS: readonly ListColumn<PersonRow>[] = [
	text('name', 'Name', 28, (row) => row.name),
	text('email', 'Email address', 36, (row) => row.email),
	text('state', 'Account', 16, (row) => PERSON_STATE_LOOK[row.state].word),
	text('roles', 'Roles', 48, (row) =>
		row.roles
			.map(({ role, organisationName }) => roleHoldingWords(role, organisationName))
			.join('; ')
	)
];

/** The people who have an account; for administrators. */
export const openPeople: OpenListOf = async ({ context, actor, params }) => {
	const filter = readPeopleFilter(params);
	const read = (page: number) => listPeople(context, actor, { ...filter, page });
	const first = await read(1);
	return {
		name: 'people',
		title: 'People',
		about: filter.search === '' ? [] : [`Search: ${filter.search}`],
		columns: COLUMNS,
		total: first.total,
		chunks: cellsOf(COLUMNS, pageByPage(first, read))
	};
};
