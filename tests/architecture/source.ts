import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Source {
	/** From the top of the project, '/' between the parts. */
	readonly path: string;
	readonly text: string;
}

const top = join(import.meta.dirname, '..', '..');

/** The code under a folder of the project: TypeScript and Svelte. */
export function readSources(folder: string): Source[] {
	return readdirSync(join(top, folder), { recursive: true, encoding: 'utf8' })
		.filter((name) => /\.(ts|svelte)$/.test(name))
		.map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
		.sort()
		.map((path) => ({ path, text: readFileSync(join(top, path), 'utf8') }));
}

export const isTest = (path: string): boolean => path.endsWith('.test.ts');

/** As an editor counts them: the last line end begins no new line. */
export function countLines(text: string): number {
	return text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
}
