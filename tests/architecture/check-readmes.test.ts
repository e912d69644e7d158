import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkReadmes } from './check-readmes.ts';

let top: string;

beforeEach(() => {
	top = mkdtempSync(join(tmpdir(), 'rooms-'));
	mkdirSync(join(top, 'src/lib/domain'), { recursive: true });
});
afterEach(() => rmSync(top, { recursive: true }));

test('a folder without a README is named', () => {
	expect(checkReadmes(top, ['src/lib'])[0]).toContain('src/lib/domain/README.md is missing');
});

test('ten lines are enough, eleven too many', () => {
	const readme = join(top, 'src/lib/domain/README.md');
	writeFileSync(readme, 'a line\n'.repeat(10));
	expect(checkReadmes(top, ['src/lib'])).toEqual([]);
	writeFileSync(readme, 'a line\n'.repeat(11));
	expect(checkReadmes(top, ['src/lib'])[0]).toContain('has 11 lines');
});

test('a folder that is not there yet needs no README', () => {
	expect(checkReadmes(top, ['src/lib/server'])).toEqual([]);
});
