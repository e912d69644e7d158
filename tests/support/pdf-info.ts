import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** What pdfinfo says; null where it is not installed. */
export function pdfInfo(pdf: Uint8Array): string | null {
	const folder = mkdtempSync(join(tmpdir(), 'tracker-pdf-'));
	onTestFinished(() => rmSync(folder, { recursive: true }));
	const file = join(folder, 'paper.pdf');
	writeFileSync(file, pdf);
	try {
		return execFileSync('pdfinfo', [file], {
			encoding: 'utf8',
			env: { ...process.env, TZ: 'UTC' },
			stdio: ['ignore', 'pipe', 'ignore']
		});
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
		throw error;
	}
}
