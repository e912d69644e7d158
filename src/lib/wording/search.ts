import type { PlainDate } from '#lib/domain/plain-date.ts';
import type { SearchKind } from '#lib/domain/search-query.ts';
import { plural } from './counts.ts';
import { formatDay } from './dates.ts';
import { paths } from './paths.ts';

export const SEARCH_KIND_TITLES: Record<SearchKind, string> = {
	recommendation: 'Recommendations',
	assignment: 'Assignments',
	organisation: 'Organisations',
	update: 'Progress updates',
	evidence: 'Evidence',
	comment: 'Comments'
};

const ONE: Record<SearchKind, string> = {
	recommendation: 'recommendation',
	assignment: 'assignment',
	organisation: 'organisation',
	update: 'progress update',
	evidence: 'item of evidence',
	comment: 'comment'
};

interface Counted {
	readonly kind: SearchKind;
	readonly total: number;
	readonly isMore: boolean;
}

/** 'more than 200 progress updates', '2 items of evidence'. */
export function countOfKind({ kind, total, isMore }: Counted): string {
	const counted =
		kind === 'evidence'
			? `${total} ${total === 1 ? 'item' : 'items'} of evidence`
			: plural(total, ONE[kind]);
	return isMore ? `more than ${counted}` : counted;
}

interface Found {
	readonly id: number;
	readonly recommendation: string | null;
	readonly organisationCode: string | null;
	readonly organisationName: string | null;
	readonly onDay: PlainDate | string | null;
	readonly isNote: boolean;
	readonly isOpen: boolean;
}

/** Where a result leads; null where its page would not open. */
export function addressOfResult(kind: SearchKind, found: Found): string | null {
	const ref = found.recommendation ?? '';
	const code = found.organisationCode ?? '';
	if (!found.isOpen) return null;
	switch (kind) {
		case 'recommendation':
			return paths.recommendation(ref);
		case 'organisation':
			return paths.organisation(code);
		case 'assignment':
			return paths.assignment(ref, code);
		case 'update':
			return paths.update(ref, code, found.id);
		case 'evidence':
			return paths.evidenceItem(ref, code, found.id);
		case 'comment':
			return paths.comment(ref, code, found.id);
	}
}

/** What stands under the name of a result: whose it is, and of when. */
export function captionOfResult(kind: SearchKind, found: Found): string {
	const about = `${found.recommendation}/${found.organisationCode}, ${found.organisationName}`;
	const day = found.onDay === null ? '' : `, ${formatDay(found.onDay as PlainDate)}`;
	switch (kind) {
		case 'recommendation':
			return `Recommendation ${found.recommendation}`;
		case 'organisation':
			return found.isOpen
				? `${found.organisationCode}`
				: `${found.organisationCode}, whose page is not open to you`;
		case 'assignment':
			return about;
		case 'update':
			return `Progress update on ${about}${day}`;
		case 'evidence':
			return `Evidence for ${about}${day}`;
		case 'comment':
			return `${found.isNote ? 'Note of the inspectorate’s own' : 'Comment'} on ${about}${day}`;
	}
}
