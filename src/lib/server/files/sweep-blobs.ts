import { randomUUID } from 'node:crypto';
import { readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { blobPath, incomingFolder, isSha256 } from './blob-path.ts';
import { listBlobs } from './list-blobs.ts';
import { isMissing } from './verify-blob.ts';

export type SweepOptions = {
	/** Whether any row names this file. */
	isKnown: (sha256: string) => Promise<boolean>;
	/** Younger files are left alone: their row may still be on its way. */
	olderThanMs: number;
	/** Epoch milliseconds. */
	now: number;
};

export type Sweep = {
	/** SHA-256 of each file that no row named, now removed. */
	removed: string[];
	/** Uploads that never became whole, now removed. */
	abandonedUploads: number;
};

const ASIDE = /^aside-([0-9a-f]{64})-/;

/**
 * Removes files that no row names and uploads that broke off, once they are old enough.
 *
 * An upload of the same bytes may arrive at any moment, from another process too. So a file is
 * first moved aside, where nobody finds it, and then looked at once more: receiving gives a file a
 * fresh time stamp, and one with a fresh stamp goes back. A sweep killed half-way is made good by
 * the next.
 */
export async function sweepBlobs(root: string, options: SweepOptions): Promise<Sweep> {
	const sweep: Sweep = { removed: [], abandonedUploads: 0 };
	await sweepIncoming(root, options, sweep);
	for await (const sha256 of listBlobs(root)) {
		const path = blobPath(root, sha256);
		if (!(await isOld(path, options)) || (await options.isKnown(sha256))) continue;
		const aside = join(incomingFolder(root), `aside-${sha256}-${randomUUID()}`);
		if (!(await move(path, aside))) continue;
		await settleAside(root, aside, sha256, options, sweep);
	}
	return sweep;
}

async function sweepIncoming(root: string, options: SweepOptions, sweep: Sweep): Promise<void> {
	for (const name of await readdir(incomingFolder(root))) {
		const path = join(incomingFolder(root), name);
		const sha256 = ASIDE.exec(name)?.[1];
		if (sha256 && isSha256(sha256)) {
			await settleAside(root, path, sha256, options, sweep);
		} else if (await isOld(path, options)) {
			await rm(path, { force: true });
			sweep.abandonedUploads += 1;
		}
	}
}

async function settleAside(
	root: string,
	aside: string,
	sha256: string,
	options: SweepOptions,
	sweep: Sweep
): Promise<void> {
	if ((await isOld(aside, options)) && !(await options.isKnown(sha256))) {
		await rm(aside, { force: true });
		sweep.removed.push(sha256);
	} else {
		await move(aside, blobPath(root, sha256));
	}
}

/** False where the file has gone: another sweep was quicker. */
async function move(from: string, to: string): Promise<boolean> {
	try {
		await rename(from, to);
		return true;
	} catch (error) {
		if (isMissing(error)) return false;
		throw error;
	}
}

/** A file that has gone in the meantime is not old: it is somebody else's business. */
async function isOld(path: string, { olderThanMs, now }: SweepOptions): Promise<boolean> {
	try {
		return (await stat(path)).mtimeMs < now - olderThanMs;
	} catch (error) {
		if (isMissing(error)) return false;
		throw error;
	}
}
