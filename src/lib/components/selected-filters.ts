import type { AssignmentFilter } from '#lib/domain/assignment-filter.ts';
import { FILTER_TITLES, filterWord, type FilterField } from '#lib/wording/filters.ts';

/** What values are called that only the register knows: an organisation by its code. */
export type FilterNames = Partial<Record<FilterField, Readonly<Record<string, string>>>>;

/** Each value that is chosen, with the address of the same page without it. */
export function selectedFilters(
	filter: AssignmentFilter,
	hrefWith: (filter: AssignmentFilter) => string,
	names: FilterNames = {}
) {
	return (Object.keys(filter) as FilterField[]).map((field) => ({
		group: FILTER_TITLES[field],
		items: filter[field].map((value) => ({
			text: names[field]?.[value] ?? filterWord(field, value),
			href: hrefWith(without(filter, field, value))
		}))
	}));
}

function without(filter: AssignmentFilter, field: FilterField, value: string | number) {
	const values = (filter[field] as readonly (string | number)[]).filter((other) => other !== value);
	return { ...filter, [field]: values } as AssignmentFilter;
}
