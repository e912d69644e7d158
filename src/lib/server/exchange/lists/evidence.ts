import { notFound } from '#lib/domain/refusal.ts';
import {
	EVIDENCE_KIND_WORDS,
	EVIDENCE_SORT_WORDS,
	MARKING_WORDS,
	SCAN_LOOK
} from '#lib/wording/evidence.ts';
import { highestMarking } from '#lib/wording/evidence-archive.ts';
import type { EvidenceItem } from '../../reads/evidence-rows.ts';
import { readEvidenceList } from '../../reads/evidence-list.ts';
import { day, number, text, wholeList, type ListColumn, type OpenListOf } from './open-list.ts';

const COLUMNS: readonly ListColumn<EvidenceItem>[] = [
	text('title', 'Title', 40, (row) => row.title),
	number('version', 'Version', (row) => row.version),
	text('kind', 'Kind', 16, (row) => EVIDENCE_KIND_WORDS[row.kind].word),
	text('sort', 'Sort', 16, (row) => row.sort && EVIDENCE_SORT_WORDS[row.sort].word),
	text('marking', 'Marking', 20, (row) => MARKING_WORDS[row.marking]),
	text('shows', 'What it shows', 48, (row) => row.shows),
	text('page', 'Look at', 16, (row) => row.page),
	day('shownOn', 'Dated', (row) => row.shownOn),
	text('part', 'Part', 10, (row) => row.part),
	text('action', 'Action', 32, (row) => row.action),
	text('fileName', 'File name', 32, (row) => row.fileName),
	number('bytes', 'Bytes', (row) => row.bytes),
	text('scan', 'Malware scan', 20, (row) => row.scan && SCAN_LOOK[row.scan].word),
	text('link', 'Link', 40, (row) => row.linkUrl),
	text('heldWhere', 'Held at', 32, (row) => row.heldWhere),
	text('custodian', 'Kept by', 24, (row) => row.custodian),
	text('seenBy', 'Seen by', 24, (row) => row.seenBy),
	day('seenOn', 'Seen on', (row) => row.seenOn),
	text('addedBy', 'Added by', 24, (row) => row.addedBy),
	day('addedOn', 'Added on', (row) => row.onDay),
	text('withdrawnBy', 'Withdrawn by', 24, (row) => row.withdrawnBy),
	day('withdrawnOn', 'Withdrawn on', (row) => row.withdrawnOn),
	text('withdrawnReason', 'Why it was withdrawn', 40, (row) => row.withdrawnReason)
];

/** The register of an assignment's evidence: every version of every item. `assignment` is 'OIC-7/KENT'. */
export const openEvidence: OpenListOf = async ({ context, actor, params }) => {
	const name = assignmentNameOf(params);
	const items: EvidenceItem[] = [];
	let first;
	for (let page = 1, pages = 1; page <= pages; page += 1) {
		const list = await readEvidenceList(context, actor, name, { page });
		first ??= list;
		pages = list.pages;
		items.push(...list.items.flatMap(({ versions }) => versions));
	}
	const reference = `${name.reference}/${name.organisation}`;
	const list = {
		name: `${name.reference}-${name.organisation}-evidence`,
		title: `Evidence of ${reference}`,
		marking: MARKING_WORDS[highestMarking(items.map(({ marking }) => marking))],
		about: [`${first?.organisationName}: ${first?.title}`]
	};
	return wholeList(list, COLUMNS, items);
};

/** @throws Refusal 'not-found' for what names no assignment */
export function assignmentNameOf(params: URLSearchParams) {
	const [reference = '', organisation = '', ...more] = (params.get('assignment') ?? '').split('/');
	if (reference === '' || organisation === '' || more.length > 0) throw notFound('assignment');
	return { reference, organisation };
}
