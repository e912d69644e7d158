/**
 * What a spreadsheet might take for a formula: text that begins, after blanks, with one of the signs that
 * start one, plain or full-width, or with a tab or a carriage return. Source: OWASP, CSV Injection.
 */
const FORMULA = /^'*\s*[=+\-@\t\r＝＋－＠]/u;

/**
 * Text that no spreadsheet runs: an apostrophe goes before whatever looks like a formula, also where one or
 * more stand there already, so that `undoNeutralise` gives back exactly what was there.
 */
export function neutralise(text: string): string {
	return FORMULA.test(text) ? `'${text}` : text;
}

/** Takes away the one apostrophe that `neutralise` put there. Other text stays as it is. */
export function undoNeutralise(text: string): string {
	return text.startsWith("'") && FORMULA.test(text) ? text.slice(1) : text;
}
