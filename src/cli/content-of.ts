import { problemLine, type FileReading } from '#lib/server/exchange/file-problem.ts';
import { Stop } from './io.ts';

/** What was read. @throws Stop with a line for every problem in the file */
export function contentOf<Content>(reading: FileReading<Content>): Content {
	if (reading.ok) return reading.content;
	const lines = reading.problems.map((problem) => `  ${problemLine(problem)}`);
	throw new Stop(`Nothing was loaded:\n\n${lines.join('\n')}`);
}
