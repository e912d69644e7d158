const MAX_LENGTH = 150;
/** Most disks allow 255 bytes a name; the rest is left for a program's own ' (1)' or '.part'. */
const MAX_UTF8_BYTES = 240;

/**
 * A file name that is safe to store, to show and to send in a header: the last part of any path,
 * without control characters, marks that change the reading direction, characters that Windows
 * does not allow, or an inner extension such as 'plan.exe.pdf'. Letters of every language stay.
 * At most 150 characters; 'file' where nothing is left. Cleaning twice changes nothing.
 */
export function cleanFileName(raw: string): string {
	const visible = lastPart(raw)
		.normalize('NFC')
		.toWellFormed()
		.replace(INVISIBLE, '')
		.replace(/[<>:"|?*]/g, '-')
		.replace(/\s+/g, ' ')
		.replace(/^[\s.]+|[\s.]+$/g, '');
	const { stem, extension } = split(visible);
	const name = withoutInnerExtensions(shorten(stem, extension)) + extension;
	if (name === '') return 'file';
	return WINDOWS_RESERVED.test(name) ? `_${name}` : name;
}

/** The name with the extension of the kind that was found: 'Plan' and pdf make 'Plan.pdf'. */
export function nameWithExtension(raw: string, extension: string): string {
	const name = cleanFileName(raw);
	if (extensionOf(name) !== '') return name;
	return cleanFileName(`${name}.${extension}`);
}

/**
 * Lower case, without the dot; '' where there is none. An extension has a letter in it, so that
 * 'Minutes 12.5.2025' has none.
 */
export function extensionOf(raw: string): string {
	const visible = lastPart(raw)
		.replace(INVISIBLE, '')
		.replace(/[\s.]+$/, '');
	return split(visible).extension.slice(1).toLowerCase();
}

/**
 * Controls, format characters (among them U+200E, U+200F, U+202A to U+202E and U+2066 to U+2069,
 * which can show 'fdp.exe' for 'exe.pdf'), line and paragraph separators, private use.
 */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Co}\p{Zl}\p{Zp}\ufffd]/gu;

/** learn.microsoft.com/windows/win32/fileio/naming-a-file */
const WINDOWS_RESERVED = /^(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])(\.|$)/i;

const EXTENSION = /\.(?=[0-9]*\p{L})[\p{L}0-9_]{1,10}$/u;

/** Extensions that some program would run or render, or that we allow: neither belongs inside a name. */
const INNER_EXTENSION =
	/\.(exe|com|bat|cmd|ps1|vbs?|js|mjs|jse|wsf|hta|scr|msi|msix|dll|jar|lnk|url|reg|sh|py|php|html?|xhtml|shtml|mhtml?|svgz?|xml|xslt?|swf|zip|rar|7z|iso|docm|dotm|xlsm|xlsb|xltm|pptm|doc|xls|ppt|pdf|docx|xlsx|pptx|odt|ods|odp|png|jpe?g|txt|csv)$/i;

/** The middle of an absurdly long name is dropped first, so that cleaning takes no time to speak of. */
function lastPart(raw: string): string {
	const last = raw.split(/[/\\]/).at(-1) ?? '';
	return last.length > 1000 ? last.slice(0, 500) + last.slice(-100) : last;
}

function split(name: string): { stem: string; extension: string } {
	const at = name.search(EXTENSION);
	return at <= 0
		? { stem: name, extension: '' }
		: { stem: name.slice(0, at), extension: name.slice(at) };
}

function withoutInnerExtensions(stem: string): string {
	let rest = stem.replace(/[\s.]+$/, '');
	while (INNER_EXTENSION.test(rest)) {
		rest = rest.replace(INNER_EXTENSION, '').replace(/[\s.]+$/, '');
	}
	return rest;
}

function shorten(stem: string, extension: string): string {
	const characters = [...stem].slice(0, MAX_LENGTH - extension.length);
	while (Buffer.byteLength(characters.join('') + extension) > MAX_UTF8_BYTES) characters.pop();
	return characters.join('');
}
