import { judgePackage } from './office-package.ts';
import { readZipDirectory, readZipEntry } from './zip-directory.ts';

export type Unpacked =
	| { readonly ok: true; readonly parts: readonly { name: string; bytes: Uint8Array }[] }
	| {
			readonly ok: false;
			readonly reason: 'kind' | 'macros' | 'password' | 'damaged' | 'too-large';
	  };

const PARTS_MAX = 300;

/** All parts of a spreadsheet, unpacked only as far as `maxBytes` go together: a bomb does not go off. */
export async function unpackSpreadsheet(bytes: Uint8Array, maxBytes: number): Promise<Unpacked> {
	const blob = {
		bytes: bytes.length,
		read: async (position: number, length: number) =>
			new Uint8Array(bytes.subarray(position, position + length))
	};
	// Every package begins like this; what does not is another kind of file, not a broken one.
	if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return { ok: false, reason: 'kind' };
	const verdict = await judgePackage(blob);
	if ('refused' in verdict) return { ok: false, reason: verdict.refused };
	if (verdict.extension !== 'xlsx' && verdict.extension !== 'ods') {
		return { ok: false, reason: 'kind' };
	}
	const entries = (await readZipDirectory(blob)) ?? [];
	if (entries.length > PARTS_MAX) return { ok: false, reason: 'too-large' };
	const parts = [];
	let left = maxBytes;
	for (const entry of entries) {
		if (entry.name.endsWith('/')) continue;
		const part = await readZipEntry(blob, entry, left);
		if (!part) return { ok: false, reason: 'too-large' };
		left -= part.length;
		parts.push({ name: entry.name, bytes: part });
	}
	return { ok: true, parts };
}
