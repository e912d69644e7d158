/** Paragraphs, each a list of lines, whatever a system breaks lines with. Blank lines part paragraphs. */
export function paragraphsOf(text: string): string[][] {
	return text
		.replace(/\r\n?|[\u0085\u2028]/g, '\n')
		.replace(/\u2029/g, '\n\n')
		.split(/\n[\t ]*\n+/)
		.map((paragraph) => paragraph.split('\n').filter((line) => line.trim() !== ''))
		.filter((lines) => lines.length > 0);
}
