import { execFile, execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { onTestFinished } from 'vitest';

/** Whether there is a LibreOffice to ask. Where there is none its tests are skipped, and say so. */
export const isInstalled = hasLibreOffice();

/** Its part for text is a package of its own. */
export const isWriterInstalled = isInstalled && hasWriter();

/** Every sheet becomes a file; what is shown is not what is meant: cells come as they are kept. */
export const AS_CSV =
	'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1';

/** A folder to convert in, gone after the test. */
export function officeFolder(): string {
	const folder = mkdtempSync(join(tmpdir(), 'tracker-office-'));
	onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
	return folder;
}

/** Has LibreOffice open the files and save them as that. @param to the folder to save in, the same by default */
export async function convert(
	folder: string,
	as: string,
	names: readonly string[],
	to: string = folder
): Promise<void> {
	const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
	const args = [profile, '--headless', '--convert-to', as, '--outdir', to];
	const files = names.map((name) => join(folder, name));
	await promisify(execFile)('soffice', [...args, ...files], { timeout: 220_000 });
}

function hasLibreOffice(): boolean {
	try {
		execFileSync('soffice', ['--version'], { stdio: 'ignore', timeout: 30_000 });
		return true;
	} catch {
		return false;
	}
}

function hasWriter(): boolean {
	const found = execFileSync('sh', ['-c', 'command -v soffice'], { encoding: 'utf8' }).trim();
	return existsSync(join(dirname(realpathSync(found)), 'libswlo.so'));
}
