import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fingerprint } from '../../../scripts/fingerprint.mjs';
import { temporaryFolder } from './temporary-folder.ts';

const files = {
	'src/a.ts': 'a',
	'src/deep/b.ts': 'b',
	'src/a.test.ts': 't',
	'vite.config.ts': 'v'
};
const paths = ['src', 'static', 'vite.config.ts'];

test('the same files give the same fingerprint, wherever they are', () => {
	expect(fingerprint(temporaryFolder(files), paths)).toBe(
		fingerprint(temporaryFolder(files), paths)
	);
});

test.each<[string, (top: string) => void]>([
	['a changed file', (top) => writeFileSync(join(top, 'src/deep/b.ts'), 'B')],
	['a renamed file', (top) => renameSync(join(top, 'src/a.ts'), join(top, 'src/c.ts'))],
	['a new empty file', (top) => writeFileSync(join(top, 'src/deep/new.ts'), '')],
	[
		'text moved from one file to the next',
		(top) => {
			writeFileSync(join(top, 'src/a.ts'), '');
			writeFileSync(join(top, 'src/deep/b.ts'), 'ab');
		}
	]
])('%s changes it', (_, change) => {
	const top = temporaryFolder(files);
	const before = fingerprint(top, paths);
	change(top);
	expect(fingerprint(top, paths)).not.toBe(before);
});

test('what does not count does not change it', () => {
	const top = temporaryFolder(files);
	const take = () => fingerprint(top, paths, (path) => !path.endsWith('.test.ts'));
	const before = take();
	writeFileSync(join(top, 'src/a.test.ts'), 'changed');
	writeFileSync(join(top, 'README.md'), 'not named');
	expect(take()).toBe(before);
});
