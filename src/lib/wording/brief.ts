import type { OwnWork } from '#lib/domain/own-work.ts';
import type { PromiseKind } from '#lib/domain/post.ts';
import { plural } from './counts.ts';
import { listOf } from './list-of.ts';
import { plainLine } from './plain-line.ts';

/** What whoever takes over owes next, in the few words that a line of paper has room for. */
export const OWED_NEXT_WORDS: Readonly<Record<OwnWork, string>> = {
	overdue: 'Overdue: report now',
	returned: 'Mend what is missing',
	owed: 'Update owed',
	'due-soon': 'Due soon',
	'under-way': 'Nothing due now',
	'with-inspectorate': 'With inspectorate',
	closed: 'Nothing'
};

export const PROMISE_WORDS: Readonly<Record<PromiseKind, string>> = {
	action: 'Action due',
	milestone: 'Milestone',
	review: 'Review of a wait'
};

/** 'Take up the wait for Essex Police', or the words of whoever promised it. */
export function promiseWords(kind: PromiseKind, text: string): string {
	return kind === 'review' ? `Look again at the wait for ${plainLine(text)}` : plainLine(text);
}

export interface HoldingFacts {
	readonly files: number;
	readonly links: number;
	readonly sightings: number;
	readonly hosts: readonly string[];
	readonly places: readonly string[];
}

/** '3 files in this service; 1 link to kent.example; 2 sighted, held at Secure room (Head of Custody)' */
export function holdingWords({ files, links, sightings, hosts, places }: HoldingFacts): string {
	const parts = [
		files > 0 ? `${plural(files, 'file')} in this service` : '',
		links > 0 ? `${plural(links, 'link')}${hosts.length > 0 ? ` to ${listOf(hosts)}` : ''}` : '',
		sightings > 0 ? `${sightings} sighted, held at ${listOf(places.map(plainLine))}` : ''
	];
	return parts.filter((part) => part !== '').join('; ');
}

/** 'and 12 more, see https://…' */
export function moreWords(shown: number, total: number, address: string): string | null {
	return total > shown ? `and ${total - shown} more, see ${address}` : null;
}
