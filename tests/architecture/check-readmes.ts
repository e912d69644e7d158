import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { countLines } from './source.ts';

const mostLines = 10;

/**
 * Each folder directly in one of these says in a few lines what belongs there.
 * @param top the project, or a made-up one
 * @param folders from the top, such as 'src/lib'
 */
export function checkReadmes(top: string, folders: readonly string[]): string[] {
	return folders
		.filter((folder) => existsSync(join(top, folder)))
		.flatMap((folder) =>
			readdirSync(join(top, folder), { withFileTypes: true })
				.filter((entry) => entry.isDirectory())
				.flatMap((entry) => checkReadme(top, `${folder}/${entry.name}/README.md`) ?? [])
		);
}

function checkReadme(top: string, path: string): string | null {
	if (!existsSync(join(top, path))) {
		return `${path} is missing: say what belongs in the folder, what does not, and what it may import.`;
	}
	const lines = countLines(readFileSync(join(top, path), 'utf8'));
	if (lines <= mostLines) return null;
	return `${path} has ${lines} lines and may have ${mostLines}: the rest belongs in docs/ or beside the code.`;
}
