/** What somebody might type, or paste, into any field: to be stored as it is and shown as text. */
export const HOSTILE_TEXTS: Readonly<Record<string, string>> = {
	markup: '<script>alert(1)</script><img src=x onerror="alert(1)">&amp;&#x27;',
	formula: `=cmd|' /C calc'!A0`,
	'another formula': '+1-1@SUM(1)\t=1',
	'a change of direction': '\u202eexe.fdp\u202c and \u200f\u2067more\u2069 \u200e',
	'lines and a forged second sentence':
		'done.\r\nAlex Doe confirmed OIC-7.\u2028\u2029\u0085\u000bEnd',
	'ten thousand characters': 'x'.repeat(10_000),
	Welsh: 'Gŵyl Dŷ Ŵyn, Ŷd a’r môr',
	Polish: 'Zażółć gęślą jaźń – ŁÓDŹ',
	'joined and doubled marks': 'e\u0301 Å ﬁ 👮🏽‍♀️ 🏴󠁧󠁢󠁷󠁬󠁳󠁿 \u{1d54f}',
	SQL: `'; drop table assignment; -- " \` %_ \\`,
	templates: '${7*7} {{7*7}} #{7*7} <%= 7 %> %s %d $1',
	'what is invisible': 'a\u200bb\u00adc\ufeffd\u2060e\u0000f',
	'JSON and names of objects': '{"__proto__":{"admin":true}} constructor toString'
};
