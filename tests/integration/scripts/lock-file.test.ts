import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

interface Package {
	readonly version?: string;
	readonly integrity?: string;
	readonly optionalDependencies?: Record<string, string>;
}

const file = join(import.meta.dirname, '..', '..', '..', 'package-lock.json');
const { packages }: { packages: Record<string, Package> } = JSON.parse(readFileSync(file, 'utf8'));
const paths = Object.keys(packages);

test('every package is pinned by version and content', () => {
	const loose = paths.filter(
		(path) => path && !(packages[path]?.version && packages[path].integrity)
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
