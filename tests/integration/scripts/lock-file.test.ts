import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

interface Package {
	readonly version?: string;
	readonly integrity?: string;
	readonly optional?: boolean;
	readonly optionalDependencies?: Record<string, string>;
}

const file = join(import.meta.dirname, '..', '..', '..', 'package-lock.json');
const { packages }: { packages: Record<string, Package> } = JSON.parse(readFileSync(file, 'utf8'));
const paths = Object.keys(packages);

/**
 * Typst's native parts for other platforms than Linux on x64: the registry that the lock file was made from does
 * not hold this version of them, so that their content is not known. They are optional, and named all the same.
 */
const isElsewhere = (path: string) =>
	/\/typst-ts-node-compiler-(?!linux-x64)/.test(path) && packages[path]?.optional === true;

test('every package is pinned by version and content', () => {
	const loose = paths.filter(
		(path) => path && !(packages[path]?.version && (packages[path].integrity || isElsewhere(path)))
	);
	expect(loose).toEqual([]);
});

test('the native parts for every platform are named, without which npm 11 refuses to install', () => {
	const missing = paths.flatMap((path) =>
		Object.keys(packages[path]?.optionalDependencies ?? {})
			.filter((name) => !paths.some((each) => each.endsWith(`node_modules/${name}`)))
			.map((name) => `${name}, wanted by ${path}`)
	);
	expect(missing).toEqual([]);
});
