import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isInstalled } from '../../../scripts/install.mjs';
import { temporaryFolder } from './temporary-folder.ts';

const packages = {
	'node_modules/a': { version: '1.0.0' },
	'node_modules/a/node_modules/b': { version: '2.0.0' }
};
const elsewhere = { 'node_modules/a-darwin': { version: '1.0.0', optional: true } };

function project(recorded: object | null): string {
	const lock = { packages: { '': { name: 'project' }, ...packages, ...elsewhere } };
	return temporaryFolder({
		'package-lock.json': JSON.stringify(lock),
		'node_modules/a/package.json': '{}',
		'node_modules/a/node_modules/b/package.json': '{}',
		...(recorded && { 'node_modules/.package-lock.json': JSON.stringify({ packages: recorded }) })
	});
}

test('packages that npm recorded in the versions of the lock file are taken as they are', () => {
	expect(isInstalled(project(packages))).toBe(true);
});

test('a folder that npm did not finish is not', () => {
	expect(isInstalled(project(null))).toBe(false);
});

test('another version than the lock file names is not', () => {
	expect(isInstalled(project({ ...packages, 'node_modules/a': { version: '0.9.0' } }))).toBe(false);
});

test('a package that has gone from the disk is missed', () => {
	const top = project(packages);
	rmSync(join(top, 'node_modules/a/node_modules/b'), { recursive: true });
	expect(isInstalled(top)).toBe(false);
});
