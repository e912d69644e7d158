import { posix } from 'node:path';

/**
 * The file of ours that an import means, from the top of the project.
 * @returns null for packages, for Node and for what the framework makes up ('$app/…', './$types')
 */
export function resolveOurs(from: string, specifier: string): string | null {
	if (specifier.startsWith('#lib/')) return `src/lib/${specifier.slice('#lib/'.length)}`;
	if (specifier.startsWith('$lib/')) return `src/lib/${specifier.slice('$lib/'.length)}`;
	if (!specifier.startsWith('.')) return null;
	const path = posix.join(posix.dirname(from), specifier.replace(/\?.*$/, ''));
	return posix.basename(path).startsWith('$types') ? null : path;
}
