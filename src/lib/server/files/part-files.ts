import type { BusboyFileStream } from '@fastify/busboy';
import { Refusal } from '#lib/domain/refusal.ts';
import { cleanFileName } from './safe-name.ts';

export type FileReport<T> =
	| { field: string; name: string; ok: true; file: T }
	| { field: string; name: string; ok: false; refusal: Refusal };

/** `name` is as the person's disk has it, not yet cleaned. What is not read of `stream` is thrown away. */
export type OnFile<T> = (
	field: string,
	name: string,
	stream: AsyncIterable<Uint8Array>
) => Promise<T>;

type Limits = { maxFiles: number; maxFileBytes: number; maxTotalBytes: number };

/** The file parts of one form, handed on while they arrive, and what became of each. */
export class PartFiles<T> {
	readonly #onFile: OnFile<T>;
	readonly #limits: Limits;
	readonly #reports: Promise<FileReport<T> | Error>[] = [];
	readonly #open = new Set<BusboyFileStream>();
	#isOverTotal = false;
	/** Why the upload broke off, which says more than the parser's own error about the open part. */
	#cause: Error | undefined;

	constructor(onFile: OnFile<T>, limits: Limits) {
		this.#onFile = onFile;
		this.#limits = limits;
	}

	take(field: string | undefined, name: string, stream: BusboyFileStream): void {
		// Without a listener of its own, an error on the stream would end the process.
		stream.on('error', () => {});
		// A file input in which nothing was chosen sends an empty name (HTML, 4.10.21.4).
		const isChosen = name !== '' && field !== undefined;
		// One more than allowed is reported, so that somebody hears of it; the rest only repeats it.
		if (!isChosen || this.#reports.length > this.#limits.maxFiles) {
			stream.resume();
			return;
		}
		const isOneTooMany = this.#reports.length === this.#limits.maxFiles;
		this.#open.add(stream);
		// Browsers write '"' as '%22' (HTML, 4.10.21.8).
		const realName = name.replaceAll('%22', '"');
		this.#reports.push(this.#report(field, realName, stream, isOneTooMany));
	}

	/** From here on every byte of a file is one too many. */
	refuseTheRest(): void {
		this.#isOverTotal = true;
	}

	/** Ends every file that is still arriving, so that whoever reads it cleans up. */
	breakOff(reason: unknown): void {
		this.#cause = reason instanceof Error ? reason : new Error('The upload broke off');
		for (const stream of this.#open) stream.destroy(this.#cause);
	}

	/** Waits for every file; throws the first error that is no refusal. */
	async settle(): Promise<FileReport<T>[]> {
		const reports: FileReport<T>[] = [];
		let failure: Error | undefined;
		for (const report of await Promise.all(this.#reports)) {
			if (report instanceof Error) failure ??= report;
			else reports.push(report);
		}
		if (failure) throw failure;
		return reports;
	}

	async #report(
		field: string,
		name: string,
		stream: BusboyFileStream,
		isOneTooMany: boolean
	): Promise<FileReport<T> | Error> {
		const about = { field, name: cleanFileName(name) };
		try {
			if (isOneTooMany) throw tooMany(this.#limits.maxFiles);
			return { ...about, ok: true, file: await this.#onFile(field, name, this.#bytesOf(stream)) };
		} catch (thrown) {
			const error = this.#cause ?? thrown;
			if (error instanceof Refusal) return { ...about, ok: false, refusal: error };
			return error instanceof Error ? error : new Error('Receiving a file failed');
		} finally {
			this.#open.delete(stream);
			stream.resume();
		}
	}

	/** Leaving the loop early must not destroy the part: the parser still has to get past it. */
	async *#bytesOf(stream: BusboyFileStream): AsyncGenerator<Uint8Array> {
		const { maxFileBytes, maxTotalBytes } = this.#limits;
		let bytes = 0;
		for await (const chunk of stream.iterator({ destroyOnReturn: false })) {
			if (this.#isOverTotal) {
				throw new Refusal('upload-too-large', { facts: { maxBytes: maxTotalBytes } });
			}
			bytes += (chunk as Uint8Array).length;
			if (bytes > maxFileBytes) {
				throw new Refusal('file-too-large', { facts: { maxBytes: maxFileBytes } });
			}
			yield chunk as Uint8Array;
		}
	}
}

function tooMany(maxFiles: number): Refusal {
	return new Refusal('too-many-files', { facts: { maxFiles } });
}
