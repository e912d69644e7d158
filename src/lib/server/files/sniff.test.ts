import { utils, write } from '@e965/xlsx';
import { expect, it } from 'vitest';
import {
	JPEG,
	openDocument,
	openXml,
	PDF,
	PNG
} from '../../../../tests/support/files/documents.ts';
import { receivedFile, refusedFile } from '../../../../tests/support/files/refused-file.ts';
import { zip } from '../../../../tests/support/files/zip.ts';

const LONG_TEXT = 'Force,Status\r\nGwent,open\r\n'.repeat(10_000);

it.each<[string, string | Uint8Array, string, string]>([
	['plan.pdf', PDF, 'pdf', 'application/pdf'],
	['PLAN.PDF', PDF, 'pdf', 'application/pdf'],
	['plan.docx', openXml('docx'), 'docx', 'wordprocessingml.document'],
	['plan.xlsx', openXml('xlsx'), 'xlsx', 'spreadsheetml.sheet'],
	['plan.pptx', openXml('pptx'), 'pptx', 'presentationml.presentation'],
	['plan.odt', openDocument('odt'), 'odt', 'opendocument.text'],
	['plan.ods', openDocument('ods'), 'ods', 'opendocument.spreadsheet'],
	['plan.odp', openDocument('odp'), 'odp', 'opendocument.presentation'],
	['shot.png', PNG, 'png', 'image/png'],
	['photo.jpg', JPEG, 'jpg', 'image/jpeg'],
	['photo.jpeg', JPEG, 'jpg', 'image/jpeg'],
	['notes.txt', 'Meeting of 3 March: all done.', 'txt', 'text/plain'],
	['list.csv', LONG_TEXT, 'csv', 'text/csv'],
	['excel.csv', Buffer.from('Dyfed\x96Powys;caf\xe9;\x80 5', 'latin1'), 'csv', 'text/csv'],
	['bom.csv', '\uFEFFForce,Status\n', 'csv', 'text/csv'],
	['cymraeg.txt', 'Cynllun ŵ ŷ, zażółć', 'txt', 'text/plain']
])('takes %s for what it is', async (name, content, extension, mediaType) => {
	const file = await receivedFile(name, content);
	expect(file).toMatchObject({ name, extension });
	expect(file.mediaType).toContain(mediaType);
	expect(file.word).not.toBe('');
});

it.each(['xlsx', 'ods'] as const)(
	'takes a real %s, as a spreadsheet library writes it',
	async (kind) => {
		const book = utils.book_new();
		utils.book_append_sheet(book, utils.aoa_to_sheet([['Force'], ['Gwent']]), 'Sheet');
		const bytes = new Uint8Array(write(book, { bookType: kind, type: 'array', compression: true }));
		expect((await receivedFile(`book.${kind}`, bytes)).extension).toBe(kind);
	}
);

it.each(['BM', 'MZ', 'II*', 'PK', 'OTTO', 'ID3', '8BPS', 'GIF8', 'Cr24', 'BEGIN:VCARD', '#!'])(
	'takes honest text that begins like another format: %s',
	async (start) => {
		const text = `${start} is how this sentence begins, and it goes on for quite a while longer.`;
		expect((await receivedFile('notes.txt', text)).extension).toBe('txt');
	}
);

it('gives a file without an extension that of its content', async () => {
	expect((await receivedFile('Minutes 12.5.2025', PDF)).name).toBe('Minutes 12.5.2025.pdf');
	expect((await receivedFile('notes', 'Just words.')).name).toBe('notes.txt');
});

it('drops an inner extension, and keeps a name from reading backwards', async () => {
	expect((await receivedFile('plan.exe.pdf', PDF)).name).toBe('plan.pdf');
	expect((await receivedFile('plan\u202Efdp.pdf', PDF)).name).toBe('planfdp.pdf');
});

const HTML = '<!DOCTYPE html><html><body><script>alert(1)</script></body></html>';
const SVG = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>';
const XSLT =
	'<?xml version="1.0"?><?xml-stylesheet type="text/xsl" href="#a"?><xsl:stylesheet id="a"/>';

it.each<[string, string]>([
	['page', HTML],
	['page', '  \n\t<p onclick="alert(1)">hello</p>'],
	['page', '\uFEFF<html>'],
	['page', '<!-- a comment first --><script>alert(1)</script>'],
	['page', `${'A harmless line.\n'.repeat(20_000)}<ScRiPt >alert(1)</sCrIpT>`],
	['page', `${'x'.repeat(65_530)}<script>alert(1)</script>`],
	['picture', SVG],
	['picture', `${' '.repeat(5_000)}${SVG}`],
	['xhtml', '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"/>'],
	['sheet', XSLT],
	['feed', '<rss><channel/></rss>']
])('refuses %s markup under every name', async (stem, content) => {
	for (const extension of ['html', 'svg', 'xhtml', 'xml', 'txt', 'csv', 'pdf', 'png', 'docx']) {
		const refusal = await refusedFile(`${stem}.${extension}`, content);
		expect(refusal).toMatchObject({ reason: 'kind', found: 'HTML, SVG or XML' });
	}
	expect(await refusedFile(stem, content)).toMatchObject({ reason: 'kind' });
});

it.each<[string, string | Uint8Array, string]>([
	['program.exe', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)]), 'EXE'],
	['program.pdf', Buffer.concat([Buffer.from('\x7fELF'), Buffer.alloc(200)]), 'ELF'],
	['film.png', Buffer.from('AAAAGGZ0eXBtcDQyAAAAAG1wNDJpc29t', 'base64'), 'MP4'],
	['moving.gif', Buffer.from('GIF89a\x01\x00\x01\x00\x00\x00\x00;', 'latin1'), 'GIF'],
	['archive.zip', zip([{ name: 'a.txt', content: 'a' }]), 'ZIP'],
	['archive.docx', zip([{ name: 'a.txt', content: 'a' }]), 'ZIP'],
	['zero.txt', 'some text\0and more', 'an unknown kind'],
	['zero-late.csv', `${LONG_TEXT}\0`, 'an unknown kind'],
	['escape.txt', 'colour \u001b[31mred', 'an unknown kind'],
	['wide.txt', Buffer.from('\uFEFFwide text', 'utf16le'), 'an unknown kind'],
	['cut.txt', Buffer.from('Łódź ż').subarray(0, -1), 'an unknown kind'],
	['neither.txt', Buffer.from([0x41, 0xe9, 0x81, 0x42]), 'an unknown kind'],
	['print.txt', '%!PS-Adobe-3.0\n(%pipe%id) (w) file', 'PS'],
	['rich.txt', '{\\rtf1\\ansi hello}', 'RTF']
])('refuses %s by its content', async (name, content, found) => {
	expect(await refusedFile(name, content)).toMatchObject({ reason: 'kind', name, found });
});

it.each<[string, string | Uint8Array, string]>([
	['plan.html', PDF, 'PDF document'],
	['plan.pdf.exe', PDF, 'PDF document'],
	['plan.docx', PDF, 'PDF document'],
	['plan\u202Efdp.exe', PDF, 'PDF document'],
	['plan.pdf', openXml('docx'), 'Word document'],
	['plan.xlsx', openXml('docx'), 'Word document'],
	['plan.docm', openXml('docx'), 'Word document'],
	['plan.svg', PNG, 'PNG image'],
	['plan.png', JPEG, 'JPEG image'],
	['plan.pdf', 'only words', 'plain text'],
	['run.bat', 'del *.*', 'plain text'],
	['run.js', 'alert(1)', 'plain text'],
	['mail.eml', 'Subject: hello', 'plain text']
])('refuses %s, whose name says something else than its content', async (name, content, found) => {
	expect(await refusedFile(name, content)).toMatchObject({ reason: 'name', found });
});

const ARCHIVE = zip([{ name: 'run.js', content: 'alert(1)' }]);

it.each<[string, string | Uint8Array]>([
	['a page in the head of a PDF', `%PDF-1.4\n<html><script>alert(1)</script>\n%%EOF`],
	['an archive behind a PDF', Buffer.concat([PDF, ARCHIVE, Buffer.from('')])],
	['an archive behind a picture', Buffer.concat([PNG, ARCHIVE])],
	['an archive behind a photograph', Buffer.concat([JPEG, ARCHIVE])],
	[
		'a script in a photograph',
		Buffer.concat([JPEG.subarray(0, 20), Buffer.from('<script>'), JPEG.subarray(20)])
	]
])('refuses a file that is two files: %s', async (_what, content) => {
	expect(await refusedFile('plan', content)).toMatchObject({ reason: 'hidden' });
});

it('sees through a PDF header that does not stand first', async () => {
	expect(await refusedFile('plan.pdf', `<html>\n${PDF}`)).toMatchObject({ reason: 'kind' });
	expect(await refusedFile('plan.pdf', `\0${PDF}`)).toMatchObject({ reason: 'kind' });
	expect(await refusedFile('plan.pdf', ' %PDF-1.7 %%EOF')).toMatchObject({ reason: 'name' });
});

it('names what it takes instead, and the cleaned name', async () => {
	const refusal = await refusedFile('../pla\u202En.exe', '\0\0');
	expect(refusal).toMatchObject({ name: 'plan.exe', extension: 'exe' });
	expect(refusal['allowed']).toContain('Word document (.docx)');
});
