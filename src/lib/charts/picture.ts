import { withQuery } from '#lib/wording/paths.ts';

/** The widths that the server draws, so that letters stay near their size from phone to desk. */
export const PICTURE_WIDTHS = [330, 500, 700, 900, 1100] as const;
export type PictureWidth = (typeof PICTURE_WIDTHS)[number];

export const WIDEST_PICTURE = 1100;

/** Of a chart beside another, on a page with room for two. */
export const HALF_PICTURE = 500;

/** About the width of A4 between its margins, where letters of 16 pixels print at 12 points. */
export const PAPER_PICTURE = 700;

/** Up to which width of the page, in ems, each of the smaller pictures is shown. */
export const PICTURE_BREAKS: readonly { readonly width: PictureWidth; readonly upTo: number }[] = [
	{ width: 330, upTo: 27 },
	{ width: 500, upTo: 37.5 },
	{ width: 700, upTo: 53.75 },
	{ width: 900, upTo: 65 }
];

/** The width asked for in an address, or the widest when it names none of ours. */
export function pictureWidthOf(text: string | null): PictureWidth {
	return PICTURE_WIDTHS.find((width) => String(width) === text) ?? WIDEST_PICTURE;
}

/** The address of a picture at one of our widths. */
export function pictureAt(src: string, width: PictureWidth): string {
	const [path = '', query = ''] = src.split('?');
	const params = new URLSearchParams(query);
	const asked = Object.fromEntries([...params.keys()].map((name) => [name, params.getAll(name)]));
	return withQuery(path, { ...asked, width });
}

/** The same chart as a PNG to keep, from the address of its picture. */
export function pngOf(src: string): string {
	return src.replace(/\.svg(?=\?|$)/, '.png');
}

/** The data of the same chart, from the address of its picture. */
export function sourceOf(src: string): string {
	return src.replace(/\.svg(?=\?|$)/, '.json');
}
