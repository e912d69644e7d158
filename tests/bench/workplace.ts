import { createHash } from 'node:crypto';
import {
	cpSync,
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

const SEED = 'src/cli/seed/organisations.csv';

/** How a register is made, and what its content depends on. `sample` is that of the ten recommendations. */
const BUILT = {
	madeFrom: ['tests/bench/register/*.ts', 'tests/bench/large-register.ts', SEED],
	build: (node: string, folder: string, size: string) =>
		runNode(node, [at('tests', 'bench', 'fill.ts'), join(folder, DATABASE_FILE), size])
};
const MADE = {
	large: BUILT,
	quick: BUILT,
	sample: {
		madeFrom: ['src/cli/sample/*.ts', 'src/lib/server/services/*.ts', SEED],
		build: (node: string, folder: string) =>
			runNode(node, [at('src', 'cli', 'tracker.ts'), 'sample'], {
				env: { ...process.env, DATA_DIR: folder, ORIGIN: 'http://127.0.0.1' }
			})
	}
};

/**
 * A fresh copy of the register of that size to work on; the register itself is built once and kept.
 * @returns the folder to give to the service
 */
export async function openWorkplace(node: string, size: keyof typeof MADE): Promise<string> {
	const { madeFrom, build } = MADE[size];
	const kept = at('.cache', `bench-${size}-${fingerprint(madeFrom)}`);
	if (!existsSync(kept)) {
		for (const old of globSync(at('.cache', `bench-${size}-*`))) rmSync(old, { recursive: true });
		const half = at('.cache', `half-${size}`);
		rmSync(half, { recursive: true, force: true });
		mkdirSync(half, { recursive: true });
		await showStep(`Building the ${size} register`, async () => {
			const { code, output } = await build(node, half, size);
			if (code !== 0) throw new Ending(`${output}\nThe register could not be built.`);
			renameSync(half, kept);
		});
	}
	const folder = at('.cache', `bench-work-${size}`);
	rmSync(folder, { recursive: true, force: true });
	cpSync(kept, folder, { recursive: true, mode: constants.COPYFILE_FICLONE });
	return folder;
}

function fingerprint(madeFrom: readonly string[]): string {
	const hash = createHash('sha256');
	const patterns = ['drizzle/*.sql', ...madeFrom];
	for (const file of patterns.flatMap((pattern) => globSync(at(...pattern.split('/')))).sort()) {
		hash.update(readFileSync(file));
	}
	return hash.digest('hex').slice(0, 12);
}
