// One hash over files and folders, to tell whether what was made from them is out of date.

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * @param {string} folder where the paths start
 * @param {string[]} paths files and folders; those that do not exist count as absent
 * @param {(path: string) => boolean} [isWanted] which files of a folder count
 */
export function fingerprint(folder, paths, isWanted = () => true) {
	const hash = createHash('sha256');
	for (const path of paths.flatMap((start) => filesOf(folder, start))) {
		if (!isWanted(path)) continue;
		const content = readFileSync(join(folder, path));
		hash.update(`${path}\0${content.length}\0`).update(content);
	}
	return hash.digest('hex');
}

/** @param {string} folder @param {string} path @returns {string[]} sorted, '/' between the parts */
function filesOf(folder, path) {
	const found = statSync(join(folder, path), { throwIfNoEntry: false });
	if (!found) return [];
	if (!found.isDirectory()) return [path];
	return readdirSync(join(folder, path))
		.sort()
		.flatMap((name) => filesOf(folder, `${path}/${name}`));
}
