/** The bytes of a file that says it is invented. */
export function evidenceFile(
	format: 'pdf' | 'csv' | 'txt',
	facts: { title: string; reference: string; organisation: string; day: string }
): { name: string; bytes: Buffer } {
	const name = `${facts.title.replace(/[^A-Za-z0-9]+/g, '-').toLowerCase()}.${format}`;
	const lines = [
		'Sample evidence, invented for demonstration.',
		facts.title,
		`${facts.reference}, ${facts.organisation}`,
		`Dated ${facts.day}`,
		'Nothing in this file describes a real organisation.'
	];
	if (format === 'pdf') return { name, bytes: pdfOf(lines) };
	return { name, bytes: Buffer.from(format === 'csv' ? csvOf(lines) : `${lines.join('\n')}\n`) };
}

function csvOf([note, title = '', about, dated]: readonly string[]): string {
	const rows = ['Month,Cases looked at,Cases with a gap'];
	for (let month = 1; month <= 6; month += 1) {
		rows.push(`${month},${20 + ((title.length * month) % 17)},${(title.length + month) % 5}`);
	}
	return [`"${note}"`, `"${title}"`, `"${about}"`, `"${dated}"`, '', ...rows, ''].join('\r\n');
}

/** One page of text in a font that every reader has (ISO 32000-1, 9.6.2.2), with a true table of offsets. */
function pdfOf(lines: readonly string[]): Buffer {
	const text = lines.map((line) => `(${escape(line)}) Tj T*`).join('\n');
	const content = `BT /F1 12 Tf 18 TL 56 780 Td\n${text}\nET`;
	const objects = [
		'<< /Type /Catalog /Pages 2 0 R /Lang (en-GB) >>',
		'<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
		'<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
		`<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
		'<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>'
	];
	let pdf = '%PDF-1.4\n';
	const offsets = objects.map((object, index) => {
		const offset = pdf.length;
		pdf += `${index + 1} 0 obj\n${object}\nendobj\n`;
		return offset;
	});
	const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
	const start = pdf.length;
	const count = objects.length + 1;
	pdf += `xref\n0 ${count}\n0000000000 65535 f \n${table}`;
	pdf += `trailer\n<< /Size ${count} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
	return Buffer.from(pdf, 'latin1');
}

function escape(line: string): string {
	return line.replace(/[\\()]/g, '\\$&').replace(/[^\x20-\x7e\xa0-\xff]/g, '-');
}
