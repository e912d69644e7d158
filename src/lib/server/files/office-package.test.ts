import { expect, it } from 'vitest';
import { contentTypes, openDocument, openXml } from '../../../../tests/support/files/documents.ts';
import { receivedFile, refusedFile } from '../../../../tests/support/files/refused-file.ts';
import { zip, type ZipPart } from '../../../../tests/support/files/zip.ts';

const OPEN_XML = 'application/vnd.openxmlformats-officedocument';
const WORD = `${OPEN_XML}.wordprocessingml.document`;
const ODF = 'application/vnd.oasis.opendocument';
const VBA = 'application/vnd.ms-office.vbaProject';

it.each<[string, Uint8Array]>([
	['any archive', zip([{ name: 'a.txt', content: 'a' }])],
	['a slide show', word({ type: `${OPEN_XML}.presentationml.slideshow` })],
	['a template', word({ type: `${OPEN_XML}.wordprocessingml.template` })],
	['a drawing', zip([mimetype(`${ODF}.graphics`)])],
	['another type in the place of an office type', zip([mimetype('application/pdf')])],
	['no main part', zip([{ name: '[Content_Types].xml', content: contentTypes(WORD, 'gone') }])],
	['two main parts', word({ types: override('_rels/.rels', `${WORD}.main+xml`) })]
])('refuses a package that is no document of ours: %s', async (_what, content) => {
	expect(await refusedFile('plan.docx', content)).toMatchObject({ reason: 'kind', found: 'ZIP' });
});

it.each<[string, Uint8Array]>([
	['a VBA project', word({ more: [{ name: 'word/vbaProject.bin' }] })],
	['VBA in odd letters and slashes', word({ more: [{ name: 'word\\VBAPROJECT.BIN' }] })],
	['a renamed VBA project', word({ types: override('word/x', VBA), more: [{ name: 'word/x' }] })],
	[
		'VBA under an escaped name',
		word({ types: override('word/%78', VBA), more: [{ name: 'word/x' }] })
	],
	['VBA by extension', word({ types: byExtension('dat', VBA), more: [{ name: 'word/x.DAT' }] })],
	['an Excel 4 macro sheet', openXml('xlsx', [{ name: 'xl/macrosheets/sheet1.xml' }])],
	['ActiveX', openXml('pptx', [{ name: 'ppt/activeX/activeX1.bin' }])],
	['a macro document', word({ type: 'application/vnd.ms-word.document.macroEnabled' })],
	['a Basic module', openDocument('odt', { more: [{ name: 'Basic/Standard/Module1.xml' }] })],
	['a Python script', openDocument('ods', { more: [{ name: 'Scripts/python/run.py' }] })]
])('refuses macros under an innocent name: %s', async (_what, content) => {
	for (const name of ['plan.docx', 'plan.xlsx', 'plan.odt', 'plan.docm']) {
		expect(await refusedFile(name, content)).toMatchObject({ reason: 'macros' });
	}
});

it.each<[string, string, Uint8Array]>([
	['an empty Basic library', 'odt', openDocument('odt', { more: emptyLibrary() })],
	['a macro type that no part has', 'docx', word({ types: byExtension('bin', VBA) })]
])('does not take for a macro: %s', async (_what, extension, content) => {
	expect((await receivedFile('plan', content)).extension).toBe(extension);
});

it.each<[string, Uint8Array]>([
	['encrypted entries', openDocument('ods', { manifest: '<manifest:encryption-data/>' })],
	['an encrypted package', openDocument('odt', { more: [{ name: 'encrypted-package' }] })],
	[
		'an old or locked Office file',
		Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)])
	]
])('refuses what it cannot look into: %s', async (_what, content) => {
	expect(await refusedFile('plan', content)).toMatchObject({ reason: 'password' });
});

it.each<[string, Uint8Array]>([
	['an empty archive', zip([])],
	['cut short', openXml('docx').subarray(0, 300)],
	['a page in front', zip(parts(), { before: 'PK\x03\x04<html><script>' })],
	['a page behind', zip(parts(), { after: '<script></script>' })],
	['two listings', zip([...parts(), { name: '[content_types].XML' }])],
	['one part listed twice', word({ types: override('word/document.xml', 'text/xml') })],
	['a type spelled in references', word({ types: '<x y="&#109;acroEnabled"/>' })],
	['a document type', word({ types: '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>' })],
	['a listing that swells', zip([listing(' '.repeat(2_000_000))])],
	['a listing that is not UTF-8', zip([listing(Buffer.from([0x3c, 0xff, 0xfe]))])],
	['no manifest', zip([mimetype(`${ODF}.text`)])]
])('refuses a package that is not whole or not sound: %s', async (_what, content) => {
	expect(await refusedFile('plan', content)).toMatchObject({ reason: 'damaged' });
});

it('takes an archive with a comment for what it is', async () => {
	const content = zip(parts(), { comment: 'made by hand' });
	expect((await receivedFile('plan.docx', content)).extension).toBe('docx');
});

it('does not take long over a listing made to take long', async () => {
	const started = performance.now();
	for (const piece of [
		'<Override ContentType="',
		'<Default ',
		'PartName=" ',
		'<Override Ext="">'
	]) {
		await refusedFile('plan.docx', zip([listing(piece.repeat(900_000 / piece.length))]));
	}
	expect(performance.now() - started).toBeLessThan(2_000);
});

function word({ type = WORD, types = '', more = [] as ZipPart[] } = {}): Uint8Array {
	return zip([...parts(type, types), ...more]);
}

function parts(type = WORD, types = ''): ZipPart[] {
	return [
		listing(contentTypes(type, 'word/document.xml', types)),
		{ name: '_rels/.rels' },
		{ name: 'word/document.xml' }
	];
}

function listing(content: string | Uint8Array): ZipPart {
	return { name: '[Content_Types].xml', content };
}

function mimetype(content: string): ZipPart {
	return { name: 'mimetype', content, isStored: true };
}

function override(part: string, type: string): string {
	return `<Override PartName="/${part}" ContentType="${type}"/>`;
}

function byExtension(extension: string, type: string): string {
	return `<Default Extension="${extension}" ContentType="${type}"/>`;
}

function emptyLibrary(): ZipPart[] {
	return [{ name: 'Basic/script-lc.xml' }, { name: 'Basic/Standard/script-lb.xml' }];
}
