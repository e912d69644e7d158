import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { isSha256 } from './blob-path.ts';

/** The SHA-256 of every stored file, in order. Anything else that lies in the folder is passed over. */
export async function* listBlobs(root: string): AsyncGenerator<string> {
	for (const folder of await foldersOf(root)) {
		for (const name of (await readdir(join(root, folder))).sort()) {
			if (isSha256(name) && name.startsWith(folder)) yield name;
		}
	}
}

async function foldersOf(root: string): Promise<string[]> {
	const entries = await readdir(root, { withFileTypes: true });
	return entries
		.filter((entry) => entry.isDirectory() && /^[0-9a-f]{2}$/.test(entry.name))
		.map((entry) => entry.name)
		.sort();
}
