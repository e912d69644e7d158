import { cleanFileName } from './safe-name.ts';

/**
 * `attachment` with the name twice: in plain ASCII for old programs, and in full as RFC 8187 writes
 * it. The name is cleaned once more here, so that no name can break out of the header.
 * Source: RFC 6266, sections 4.3 and 5, and its appendix D.
 */
export function contentDisposition(name: string): string {
	const clean = cleanFileName(name);
	return `attachment; filename="${toAscii(clean)}"; filename*=UTF-8''${encodeRfc8187(clean)}`;
}

/** Accents come off; what has no plain letter becomes '_', and so does '%', which some browsers decode. */
function toAscii(name: string): string {
	return name
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.replace(/[łŁøØđĐßæÆœŒ]/g, (letter) => PLAIN[letter] ?? '_')
		.replace(/[^\x20-\x7e]|["\\%/:*?<>|]/g, '_');
}

const PLAIN: Readonly<Record<string, string>> = {
	ł: 'l',
	Ł: 'L',
	ø: 'o',
	Ø: 'O',
	đ: 'd',
	Đ: 'D',
	ß: 'ss',
	æ: 'ae',
	Æ: 'AE',
	œ: 'oe',
	Œ: 'OE'
};

function encodeRfc8187(name: string): string {
	return encodeURIComponent(name).replace(
		/['()*]/g,
		(character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`
	);
}
