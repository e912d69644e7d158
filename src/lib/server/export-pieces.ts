import type { ExportFormat } from '#lib/domain/export.ts';
import type { OpenExport } from './exchange/lists/open-export.ts';
import { csvOf } from './exchange/write-csv.ts';
import { jsonOf } from './exchange/write-json.ts';
import { odsParts } from './exchange/write-ods.ts';
import { xlsxParts } from './exchange/write-xlsx.ts';
import { zipPackage } from './files/zip-package.ts';

/** The bytes of the file, each piece made when it is asked for. */
export function exportPieces(
	{ file, table }: Pick<OpenExport, 'file' | 'table'>,
	format: ExportFormat
): AsyncGenerator<Uint8Array> {
	switch (format) {
		case 'csv':
			return encoded(csvOf(table));
		case 'json':
			return encoded(jsonOf(file, table));
		case 'xlsx':
			return zipPackage(xlsxParts(file), file.asAt);
		case 'ods':
			return zipPackage(odsParts(file), file.asAt);
	}
}

async function* encoded(pieces: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
	const encoder = new TextEncoder();
	for await (const piece of pieces) yield encoder.encode(piece);
}
