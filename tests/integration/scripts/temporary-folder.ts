import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A folder with these files in it, gone after the test. */
export function temporaryFolder(files: Record<string, string> = {}): string {
	const top = mkdtempSync(join(tmpdir(), 'scripts-'));
	onTestFinished(() => rmSync(top, { recursive: true, force: true }));
	for (const [path, text] of Object.entries(files)) {
		mkdirSync(dirname(join(top, path)), { recursive: true });
		writeFileSync(join(top, path), text);
	}
	return top;
}
