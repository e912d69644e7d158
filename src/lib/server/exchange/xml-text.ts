/**
 * Text in XML, reversible for every string. What XML cannot hold, and a carriage return that its readers turn
 * into a line feed, is written as _x000D_, which is how Office Open XML does it (ECMA-376, 22.9.2.19); so is the
 * low line of text that looks like that already.
 */
export function escapeXml(text: string): string {
	if (!/[&<>"\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufffe\uffff\ud800-\udfff]|_x/.test(text))
		return text;
	return text
		.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
		.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufffe\uffff]|\p{Surrogate}/gu, escapeCode)
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('"', '&quot;');
}

function escapeCode(character: string): string {
	return `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
}
