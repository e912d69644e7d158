import { fileTypeFromBuffer } from 'file-type';
import { Refusal } from '#lib/domain/refusal.ts';
import type { BlobView } from './blob-view.ts';
import { FILE_KINDS, kindOf, type FileExtension, type FileKind } from './kinds.ts';
import { judgePackage } from './office-package.ts';
import { judgeText } from './plain-text.ts';
import { cleanFileName, extensionOf } from './safe-name.ts';
import { endsAsZip } from './zip-directory.ts';

export type SniffedKind = { mediaType: string; extension: FileExtension; word: string };

/**
 * Why a file was refused: its kind is not on the list; its name says another kind than its content;
 * it holds macros; a password keeps us from looking; it is not whole; a second file hides in it.
 */
export type KindProblem = 'kind' | 'name' | 'macros' | 'password' | 'damaged' | 'hidden';

const HEAD_BYTES = 4100;
/** A first entry, an empty archive, a part of a divided one. */
const ZIP_MARKS = ['PK\x03\x04', 'PK\x05\x06', 'PK\x07\x08'];

/**
 * What the file is, by its content; the name and the type that the browser claims decide nothing.
 * The name only tells CSV from plain text, and is refused where it says something else.
 * Refusal `file-kind-not-allowed`: facts found (words), name, extension ('' where it has none),
 * reason (KindProblem), allowed (words).
 */
export async function sniff(blob: BlobView, name: string): Promise<SniffedKind> {
	const head = await blob.read(0, HEAD_BYTES);
	const extension = await recognise(blob, head, name);
	const kind = kindOf(extension);
	checkName(kind, name);
	return { mediaType: kind.mediaType, extension: kind.extension, word: kind.word };
}

async function recognise(blob: BlobView, head: Uint8Array, name: string): Promise<FileExtension> {
	if (hasPrefix(head, '%PDF-')) return checkPdf(blob, head, name);
	if (ZIP_MARKS.some((mark) => hasPrefix(head, mark))) return checkPackage(blob, name);

	const detected = await fileTypeFromBuffer(head);
	if (detected?.ext === 'png' || detected?.ext === 'jpg') {
		await checkNothingHidden(blob, head, kindOf(detected.ext), name);
		return detected.ext;
	}
	const text = await judgeText(blob);
	if (text === 'markup') throw refuse('kind', 'HTML, SVG or XML', name);
	if (text === 'text' && !TEXT_THAT_IS_NOT_PLAIN.has(detected?.ext ?? '')) {
		if (await endsAsZip(blob)) throw refuse('hidden', 'plain text', name);
		return extensionOf(name) === 'csv' ? 'csv' : 'txt';
	}
	if (detected?.ext === 'cfb') throw refuse('password', OLD_OFFICE, name);
	throw refuse('kind', detected ? detected.ext.toUpperCase() : 'an unknown kind', name);
}

/**
 * Formats written in plain letters that programs run or render. The short marks of others ('BM' for
 * a bitmap) also begin honest sentences, so where the whole file is text, text it is.
 */
const TEXT_THAT_IS_NOT_PLAIN: ReadonlySet<string> = new Set(['rtf', 'ps', 'eps', 'xml']);

const OLD_OFFICE = 'an Office file from before 2007, or one with a password';

/** ISO 32000-2, 7.5.2 and 7.5.5; readers look for the end mark in the last 1,024 bytes. */
async function checkPdf(blob: BlobView, head: Uint8Array, name: string): Promise<'pdf'> {
	const tail = await blob.read(Math.max(0, blob.bytes - 1024), 1024);
	if (!latin1(tail).includes('%%EOF')) throw refuse('damaged', kindOf('pdf').word, name);
	await checkNothingHidden(blob, head.subarray(0, 1024), kindOf('pdf'), name);
	return 'pdf';
}

async function checkPackage(blob: BlobView, name: string): Promise<FileExtension> {
	const verdict = await judgePackage(blob);
	if ('extension' in verdict) return verdict.extension;
	throw refuse(verdict.refused, PACKAGE_WORDS[verdict.refused], name);
}

const PACKAGE_WORDS = {
	kind: 'ZIP',
	macros: 'an Office file with macros',
	password: 'an Office file with a password',
	damaged: 'a damaged Office file or ZIP'
};

/** A file that is two files at once: a page in the first bytes, or an archive in the last. */
async function checkNothingHidden(
	blob: BlobView,
	head: Uint8Array,
	kind: FileKind,
	name: string
): Promise<void> {
	const isPage = /<(!doctype\s+html|html|script|svg|iframe|body)[\s/>]/i.test(latin1(head));
	if (isPage || (await endsAsZip(blob))) throw refuse('hidden', kind.word, name);
}

function checkName(kind: FileKind, name: string): void {
	const extension = extensionOf(name);
	if (extension === '' || (kind.extensions as readonly string[]).includes(extension)) return;
	throw refuse('name', kind.word, name);
}

function refuse(reason: KindProblem, found: string, name: string): Refusal {
	const facts = {
		found,
		name: cleanFileName(name),
		extension: extensionOf(name),
		reason,
		allowed: FILE_KINDS.map((kind) => `${kind.word} (.${kind.extension})`)
	};
	return new Refusal('file-kind-not-allowed', { facts });
}

function hasPrefix(bytes: Uint8Array, prefix: string): boolean {
	return latin1(bytes.subarray(0, prefix.length)) === prefix;
}

function latin1(bytes: Uint8Array): string {
	return Buffer.from(bytes).toString('latin1');
}
