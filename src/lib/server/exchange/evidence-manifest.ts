import { formatBytes, plural } from '#lib/wording/counts.ts';
import { formatDay, formatInstant } from '#lib/wording/dates.ts';
import {
	EVIDENCE_KIND_WORDS,
	EVIDENCE_SORT_WORDS,
	MARKING_WORDS,
	SCAN_LOOK
} from '#lib/wording/evidence.ts';
import { highestMarking, LEFT_OUT_WORDS } from '#lib/wording/evidence-archive.ts';
import { plainLine } from '#lib/wording/plain-line.ts';
import type { ArchivedItem, EvidenceArchive } from '../reads/evidence-archive.ts';
import { writeCsv } from './write-csv.ts';

/** What became of an item: where it is in the archive, or why it is not. Both null for what is no file. */
export interface Listed {
	readonly item: ArchivedItem;
	readonly path: string | null;
	readonly leftOut: keyof typeof LEFT_OUT_WORDS | null;
}

const COLUMNS = [
	...['Number', 'In this ZIP', 'Not in it because', 'Title', 'Version', 'Kind', 'Sort', 'Marking'],
	...['What it shows', 'Look at', 'Dated', 'Part', 'Action', 'File name', 'Bytes', 'SHA-256'],
	...['Malware scan', 'Link', 'Held at', 'Kept by', 'Seen by', 'Seen on', 'Added by', 'Added on'],
	...['Withdrawn by', 'Withdrawn on', 'Why it was withdrawn']
];

/** For a spreadsheet. The mark at the start tells Excel that it is UTF-8. */
export function manifestCsv(listed: readonly Listed[]): string {
	return `\ufeff${writeCsv([COLUMNS, ...listed.map(rowOf)])}`;
}

function rowOf({ item, path, leftOut }: Listed, index: number) {
	return [
		...[index + 1, path, leftOut && LEFT_OUT_WORDS[leftOut], item.title, item.version],
		...[EVIDENCE_KIND_WORDS[item.kind].word, item.sort && EVIDENCE_SORT_WORDS[item.sort].word],
		...[MARKING_WORDS[item.marking], item.shows, item.page, item.shownOn, item.part, item.action],
		...[item.fileName, item.bytes, item.sha256, item.scan && SCAN_LOOK[item.scan].word],
		...[item.linkUrl, item.heldWhere, item.custodian, item.seenBy, item.seenOn],
		...[item.addedBy, item.onDay, item.withdrawnBy, item.withdrawnOn, item.withdrawnReason]
	];
}

/** For a reader. */
export function manifestText(
	archive: EvidenceArchive,
	listed: readonly Listed[],
	downloadedBy: string
): string {
	const marking = MARKING_WORDS[highestMarking(listed.map(({ item }) => item.marking))];
	const inside = listed.filter(({ path }) => path !== null).length;
	const outside = listed.filter(({ leftOut }) => leftOut !== null).length;
	const paragraphs = [
		marking,
		`Evidence of ${archive.reference}, ${plainLine(archive.organisationName)}\n${plainLine(archive.title)}`,
		`As at ${formatInstant(archive.at)}, downloaded by ${plainLine(downloadedBy)}.`,
		`${plural(listed.length, 'item')} and versions of items. ${plural(inside, 'file')} in this ZIP, ` +
			`${outside} left out, and ${listed.length - inside - outside} that are links or sightings.`,
		'The SHA-256 of a file proves that it is the one that was uploaded. Under Windows it is shown by\n' +
			'"certutil -hashfile <file> SHA256", elsewhere by "sha256sum <file>".',
		...listed.map(paragraphOf),
		marking
	];
	return `${paragraphs.join('\n\n')}\n`.replaceAll('\n', '\r\n');
}

function paragraphOf({ item, path, leftOut }: Listed, index: number): string {
	const version = item.version > 1 ? `, version ${item.version}` : '';
	const sort = item.sort ? `, ${EVIDENCE_SORT_WORDS[item.sort].word.toLowerCase()}` : '';
	const facts: [string, string | null | undefined | false][] = [
		['Kind', `${EVIDENCE_KIND_WORDS[item.kind].word}${sort}, ${MARKING_WORDS[item.marking]}`],
		['Shows', item.shows],
		['Look at', item.page],
		['Dated', item.shownOn && formatDay(item.shownOn)],
		['Part', item.part],
		['Action', item.action],
		['File', path],
		['Not in this ZIP', leftOut && LEFT_OUT_WORDS[leftOut]],
		['Size', item.bytes !== null && formatBytes(item.bytes)],
		['SHA-256', item.sha256],
		['Malware scan', item.scan && SCAN_LOOK[item.scan].word],
		['Link', item.linkUrl],
		['Held at', item.heldWhere && `${item.heldWhere}, by ${item.custodian}`],
		['Seen', item.seenOn && `on ${formatDay(item.seenOn)} by ${item.seenBy}`],
		['Added', `on ${formatDay(item.onDay)} by ${item.addedBy}`],
		[
			'Withdrawn',
			item.withdrawnOn &&
				`on ${formatDay(item.withdrawnOn)} by ${item.withdrawnBy}: ${item.withdrawnReason}`
		]
	];
	const lines = facts.flatMap(([word, fact]) => (fact ? [`   ${word}: ${plainLine(fact)}`] : []));
	return [`${index + 1}. ${plainLine(item.title)}${version}`, ...lines].join('\n');
}
