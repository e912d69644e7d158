import { cleanFileName } from './safe-name.ts';

/**
 * Names to stand beside each other in one folder, on any disk: each cleaned once more, and where two are the
 * same but for case, the later with a number: 'policy.pdf', 'policy (2).pdf'.
 */
export function zipNames(names: readonly string[]): string[] {
	const taken = new Set<string>();
	return names.map((raw) => {
		const name = cleanFileName(raw);
		let free = name;
		for (let number = 2; taken.has(keyOf(free)); number += 1) free = numbered(name, number);
		taken.add(keyOf(free));
		return free;
	});
}

/** Disks that do not tell case apart fold it, and some fold accents written in two ways. */
function keyOf(name: string): string {
	return name.normalize('NFKC').toLowerCase();
}

function numbered(name: string, number: number): string {
	const dot = name.lastIndexOf('.');
	const [stem, extension] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ''];
	return `${stem} (${number})${extension}`;
}
