import type { FileProblem, FileReading } from './file-problem.ts';

const NEW_LINE = 0x0a;

/** The text of a file in UTF-8, with or without a byte order mark; otherwise each line that is not UTF-8. */
export function decodeText(file: string, bytes: Uint8Array): FileReading<string> {
	try {
		return { ok: true, content: strictDecoder().decode(bytes) };
	} catch {
		return { ok: false, problems: linesNotInUtf8(file, bytes) };
	}
}

function linesNotInUtf8(file: string, bytes: Uint8Array): FileProblem[] {
	const problems: FileProblem[] = [];
	for (let start = 0, line = 1; start < bytes.length; line += 1) {
		const found = bytes.indexOf(NEW_LINE, start);
		const end = found === -1 ? bytes.length : found + 1;
		if (!isUtf8(bytes.subarray(start, end))) {
			problems.push({ file, line, column: null, reason: REASON });
		}
		start = end;
	}
	return problems;
}

const REASON = 'There are characters that are not in UTF-8. Save the file as UTF-8 and try again';

function isUtf8(bytes: Uint8Array): boolean {
	try {
		strictDecoder().decode(bytes);
		return true;
	} catch {
		return false;
	}
}

function strictDecoder(): TextDecoder {
	return new TextDecoder('utf-8', { fatal: true });
}
