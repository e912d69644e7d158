/** The source in lines, unchanged but for the characters that end them. */
export function linesOf(source: string): string[] {
	return source
		.replace(/\r\n?|[\u0085\u2028]/g, '\n')
		.replace(/[\f\u2029]/g, '\n\n')
		.split('\n');
}

/** A line as it is read: spaces that do not break are spaces, and what nobody sees is gone. */
export function plainLineOf(line: string): string {
	return line
		.replace(/[\u200b-\u200d\u2060\ufeff\u00ad]/g, '')
		.replace(/\s+/g, ' ')
		.trim();
}

/** '12', 'Page 12 of 60', '12 | Page', '- 12 -': what a page prints at its edge. */
export function isPageMark(line: string): boolean {
	return /^(?:[-–—] ?)?\d{1,3}(?: ?[-–—])?$|^page \d{1,3}(?: of \d{1,3})?$|^\d{1,3} \| page$/i.test(
		line
	);
}

/** A few words without a full stop, colon or "should": a title, not a sentence. */
export function isHeading(line: string): boolean {
	if (/^#{1,6} /.test(line)) return true;
	return (
		line.length <= 120 &&
		line.split(' ').length <= 12 &&
		/^[\p{Lu}\p{N}]/u.test(line) &&
		!/[.:;,?!]$/.test(line) &&
		!/\b(should|must|no deadline|immediate)\b/i.test(line)
	);
}

export type MarkerStyle = 'bullet' | 'sub-bullet' | 'dash' | 'letter' | 'roman' | 'number';

export interface Marker {
	readonly style: MarkerStyle;
	/** 'a', 'iv', '2'; null for a bullet. */
	readonly label: string | null;
	/** As printed: '(a)', '•'. */
	readonly printed: string;
	readonly rest: string;
}

/** What a line of a list begins with; null for any other line. */
export function markerOf(line: string, before: Marker | null): Marker | null {
	const bullet = /^([•●▪■·∙⁃*]|[◦○‣]|o|[-–—])(?: (.*))?$/u.exec(line);
	if (bullet && (bullet[1] !== 'o' || bullet[2])) {
		const printed = bullet[1] ?? '';
		return { style: bulletStyle(printed), label: null, printed, rest: bullet[2] ?? '' };
	}
	const labelled = /^(\(?([a-z]{1,4}|\d{1,2})[.)]{1,2})(?: (.*))?$/i.exec(line);
	const label = labelled?.[2]?.toLowerCase();
	const style = label === undefined ? null : labelStyle(label, before);
	if (!labelled || label === undefined || style === null) return null;
	return { style, label, printed: labelled[1] ?? '', rest: labelled[3] ?? '' };
}

/** Whether the label of one follows on that of the other: b on a, ii on i, 2 on 1. */
export function isNext(label: string, before: string, style: MarkerStyle): boolean {
	if (style === 'number') return Number(label) === Number(before) + 1;
	if (style === 'roman') return ROMAN.indexOf(label) === ROMAN.indexOf(before) + 1;
	return label.charCodeAt(0) === before.charCodeAt(0) + 1;
}

const ROMAN = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii'];

function bulletStyle(printed: string): MarkerStyle {
	if (/[-–—]/.test(printed)) return 'dash';
	return /[◦○‣o]/.test(printed) ? 'sub-bullet' : 'bullet';
}

/** The ninth letter is also the first Roman number: it is what goes on from the line before. */
function labelStyle(label: string, before: Marker | null): MarkerStyle | null {
	if (/^\d+$/.test(label)) return 'number';
	const goesOn = before?.style === 'letter' && before.label !== null;
	if (goesOn && label.length === 1 && isNext(label, before.label, 'letter')) return 'letter';
	if (ROMAN.includes(label) && (label !== 'v' || before?.style === 'roman') && label !== 'x') {
		return 'roman';
	}
	return label.length === 1 ? 'letter' : null;
}
