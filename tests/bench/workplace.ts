import { createHash } from 'node:crypto';
import {
	copyFileSync,
	existsSync,
	globSync,
	mkdirSync,
	readFileSync,
	renameSync,
	rmSync,
	constants
} from 'node:fs';
import { join } from 'node:path';
import { DATABASE_FILE } from '#lib/server/app.ts';
import { runNode } from '../../scripts/child.mjs';
import { Ending } from '../../scripts/ending.mjs';
import { showStep } from '../../scripts/progress.mjs';
import { at } from '../../scripts/project.mjs';

/** What the content of a built register depends on. */
const MADE_FROM = [
	'drizzle/*.sql',
	'tests/bench/register/*.ts',
	'tests/bench/large-register.ts',
	'src/cli/seed/organisations.csv'
];

/**
 * A fresh copy of the register of that size to work on; the register itself is built once and kept.
 * @returns the folder to give to the service
 */
export async function openWorkplace(node: string, size: 'large' | 'quick'): Promise<string> {
	const kept = at('.cache', `bench-${size}-${fingerprint()}`);
	const register = join(kept, DATABASE_FILE);
	if (!existsSync(register)) {
		for (const old of globSync(at('.cache', `bench-${size}-*`))) rmSync(old, { recursive: true });
		mkdirSync(kept, { recursive: true });
		await showStep(`Building the ${size} register`, async () => {
			const half = `${register}.half`;
			const { code, output } = await runNode(node, [at('tests', 'bench', 'fill.ts'), half, size]);
			if (code !== 0) throw new Ending(`${output}\nThe register could not be built.`);
			renameSync(half, register);
		});
	}
	const folder = at('.cache', 'bench-work');
	rmSync(folder, { recursive: true, force: true });
	mkdirSync(folder, { recursive: true });
	copyFileSync(register, join(folder, DATABASE_FILE), constants.COPYFILE_FICLONE);
	return folder;
}

function fingerprint(): string {
	const hash = createHash('sha256');
	for (const file of MADE_FROM.flatMap((pattern) => globSync(at(...pattern.split('/')))).sort()) {
		hash.update(readFileSync(file));
	}
	return hash.digest('hex').slice(0, 12);
}
