import { archiveName } from '#lib/wording/evidence-archive.ts';
import type { EvidenceArchive } from '../reads/evidence-archive.ts';
import { manifestCsv, manifestText, type Listed } from './evidence-manifest.ts';

/** The store, as far as an archive needs it. */
interface Files {
	verify(sha256: string): Promise<'intact' | 'missing' | 'altered'>;
	open(sha256: string): Promise<{ stream: ReadableStream<Uint8Array> }>;
}

export interface ArchiveOptions {
	/** A safe name for each item that has a file, by its key; no two the same. */
	readonly names: ReadonlyMap<string, string>;
	readonly downloadedBy: string;
	/** Called for a file that the disk does not give back as it was received. */
	readonly onDamage: (sha256: string, state: 'missing' | 'altered') => void;
}

/**
 * The parts of an archive, one after the other, the manifest last: it says what became of each item. A file
 * is read twice, so that one that was altered is left out and said, and does not end the download half-way.
 */
export async function* archiveEntries(
	archive: EvidenceArchive,
	files: Files,
	{ names, downloadedBy, onDamage }: ArchiveOptions
): AsyncGenerator<{ path: string; content: ReadableStream<Uint8Array> | string; at: number }> {
	const folder = archiveName(archive);
	const listed: Listed[] = [];
	for (const item of archive.items) {
		const { sha256, leftOut } = item;
		if (sha256 === null || leftOut !== null) {
			listed.push({ item, path: null, leftOut });
			continue;
		}
		const state = await files.verify(sha256);
		if (state !== 'intact') {
			onDamage(sha256, state);
			listed.push({ item, path: null, leftOut: state });
			continue;
		}
		const path = `files/${names.get(item.key) ?? item.key}`;
		listed.push({ item, path, leftOut: null });
		const { stream } = await files.open(sha256);
		yield { path: `${folder}/${path}`, content: stream, at: item.at };
	}
	const { at } = archive;
	yield { path: `${folder}/manifest.csv`, content: manifestCsv(listed), at };
	const content = manifestText(archive, listed, downloadedBy);
	yield { path: `${folder}/manifest.txt`, content, at };
}
