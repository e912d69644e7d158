import fc from 'fast-check';
import { expect, it } from 'vitest';
import { contentDisposition } from './content-disposition.ts';
import { cleanFileName, extensionOf, nameWithExtension } from './safe-name.ts';

it.each([
	['Cynllun gweithredu ŵ ŷ â.docx', 'Cynllun gweithredu ŵ ŷ â.docx'],
	['Zażółć gęślą jaźń.pdf', 'Zażółć gęślą jaźń.pdf'],
	["O'Neill (v2) & plan, 50%.pdf", "O'Neill (v2) & plan, 50%.pdf"],
	['Minutes 12.5.2025.pdf', 'Minutes 12.5.2025.pdf'],
	['Force.plan.final.v1.2.xlsx', 'Force.plan.final.v1.2.xlsx'],
	['计划.pdf', '计划.pdf'],
	['re\u0301sume\u0301.pdf', 'résumé.pdf']
])('keeps an honest name: %j', (raw, clean) => {
	expect(cleanFileName(raw)).toBe(clean);
});

it.each([
	['../../etc/passwd', 'passwd'],
	['C:\\Users\\me\\plan.pdf', 'plan.pdf'],
	['..\\..\\boot.ini', 'boot.ini'],
	['a/b\\c.pdf', 'c.pdf'],
	['..', 'file'],
	['', 'file'],
	['. . .', 'file'],
	['\u0000\u0007', 'file'],
	['.htaccess', 'htaccess'],
	['plan.pdf\r\nSet-Cookie: a=b', 'plan.pdfSet-Cookie- a=b'],
	['nul\u0000l.pdf', 'null.pdf'],
	['exe.\u202Efdp.pdf', 'exe.fdp.pdf'],
	['a\u200Eb\u200Fc\u2066d\u2069e\u061C.pdf', 'abcde.pdf'],
	['zero\u200Bwidth\uFEFF.pdf', 'zerowidth.pdf'],
	['lone \uD800 half.pdf', 'lone half.pdf'],
	['a<b>c:d"e|f?g*.pdf', 'a-b-c-d-e-f-g-.pdf'],
	['  much \t  space  .pdf', 'much space.pdf'],
	['trailing dots...', 'trailing dots'],
	['CON', '_CON'],
	['com1.txt', '_com1.txt'],
	['LPT².pdf', '_LPT².pdf'],
	['console.pdf', 'console.pdf'],
	['plan.exe.pdf', 'plan.pdf'],
	['plan.html.js.svg.pdf', 'plan.pdf'],
	['plan.pdf.pdf', 'plan.pdf'],
	['plan.EXE .pdf', 'plan.pdf'],
	['con.exe.pdf', '_con.pdf']
])('makes %j safe', (raw, clean) => {
	expect(cleanFileName(raw)).toBe(clean);
});

it('shortens ten thousand characters and keeps the extension', () => {
	const name = cleanFileName(`${'ż'.repeat(10_000)}.pdf`);
	expect([...name].length).toBeLessThanOrEqual(150);
	expect(Buffer.byteLength(name)).toBeLessThanOrEqual(240);
	expect(name).toMatch(/^ż+\.pdf$/);
});

it('does not take long over names made to take long', () => {
	const started = performance.now();
	for (const piece of ['.pdf', '. ', '\u202E', '𝒳', '..', '.exe '])
		cleanFileName(piece.repeat(50_000));
	expect(performance.now() - started).toBeLessThan(500);
});

it('cleans any string to a name that is safe and stays the same when cleaned again', () => {
	const nasty = fc.constantFrom(
		'/',
		'\\',
		'\r',
		'\n',
		'"',
		'\u202E',
		'.',
		' ',
		'.exe',
		'.pdf',
		'CON',
		'\uD800'
	);
	const names = fc
		.array(fc.oneof(fc.string({ unit: 'binary' }), nasty))
		.map((parts) => parts.join(''));
	fc.assert(
		fc.property(names, (raw) => {
			const name = cleanFileName(raw);
			expect(name).not.toMatch(/[/\\<>:"|?*]|[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]|^[\s.]|[\s.]$/u);
			expect(name).not.toMatch(/^(con|prn|aux|nul)(\.|$)/i);
			expect(name.length).toBeGreaterThan(0);
			expect([...name].length).toBeLessThanOrEqual(151);
			expect(cleanFileName(name)).toBe(name);
		}),
		{ numRuns: 500 }
	);
});

it.each([
	['plan.PDF', 'pdf'],
	['plan.pdf.exe', 'exe'],
	['plan.pdf ...', 'pdf'],
	['plan.p\u200Bdf', 'pdf'],
	['Minutes 12.5.2025', ''],
	['plan', ''],
	['.pdf', ''],
	['a.pdf/b', ''],
	['photo.jp2', 'jp2']
])('reads the extension of %j as %j', (raw, extension) => {
	expect(extensionOf(raw)).toBe(extension);
});

it('gives a name without an extension that of its kind', () => {
	expect(nameWithExtension('Minutes 12.5.2025', 'pdf')).toBe('Minutes 12.5.2025.pdf');
	expect(nameWithExtension('photo.JPEG', 'jpg')).toBe('photo.JPEG');
});

it('writes the name for old and new programs alike', () => {
	expect(contentDisposition('Zażółć łódź (1).pdf')).toBe(
		`attachment; filename="Zazolc lodz (1).pdf"; filename*=UTF-8''Za%C5%BC%C3%B3%C5%82%C4%87%20%C5%82%C3%B3d%C5%BA%20%281%29.pdf`
	);
	expect(contentDisposition('计划 50%.pdf')).toContain('filename="__ 50_.pdf"');
});

it('lets no name break out of the header, nor bring in a path', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'binary' }), (raw) => {
			expect(contentDisposition(`${raw}".pdf\r\nX-Evil: 1`)).toMatch(
				/^attachment; filename="[^"\\%/\r\n\u0080-\uffff]+"; filename\*=UTF-8''[\w.~!%-]+$/
			);
		})
	);
	expect(contentDisposition('．．／etc／passwd')).toContain('filename=".._etc_passwd"');
});
