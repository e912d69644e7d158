/** Paragraphs, each a list of lines. Blank lines part paragraphs. */
export function paragraphsOf(text: string): string[][] {
	return text
		.split(/\n[\t ]*\n+/)
		.map((paragraph) => paragraph.split('\n').filter((line) => line.trim() !== ''))
		.filter((lines) => lines.length > 0);
}
