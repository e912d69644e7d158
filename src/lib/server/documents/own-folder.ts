import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const HERE = join('src', 'lib', 'server', 'documents');

/** This folder of the source, whether the code runs as source or bundled below `build/`. */
export function ownFile(name: string): string {
	let folder = dirname(fileURLToPath(import.meta.url));
	while (!existsSync(join(folder, HERE, name))) {
		const parent = dirname(folder);
		if (parent === folder) throw new Error(`${join(HERE, name)} is missing`);
		folder = parent;
	}
	return join(folder, HERE, name);
}
