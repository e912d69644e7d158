import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readJson } from './json-text.ts';

test('reads whatever JSON.stringify writes, as JSON.parse does', () => {
	fc.assert(
		fc.property(fc.jsonValue({ maxDepth: 6 }), fc.integer({ min: 0, max: 3 }), (value, indent) => {
			const text = JSON.stringify(value, null, indent);
			expect(readJson(text)).toMatchObject({ value: JSON.parse(text) as unknown });
		})
	);
});

test('refuses whatever JSON.parse refuses', () => {
	fc.assert(
		fc.property(fc.jsonValue(), fc.nat(), fc.constantFrom('', ',', '}', '"', '\\', '0'), cut)
	);
	function cut(value: unknown, at: number, put: string) {
		const whole = JSON.stringify(value, null, 1);
		const text = whole.slice(0, at % whole.length) + put + whole.slice((at % whole.length) + 1);
		const read = readJson(text);
		if (isJson(text)) expect('value' in read || /stands twice/.test(read.reason)).toBe(true);
		else expect('reason' in read).toBe(true);
	}
});

test('a name that objects have of themselves is a name like any other', () => {
	const read = readJson('{"__proto__": {"a": 1}}');
	expect('value' in read && Object.keys(read.value as object)).toEqual(['__proto__']);
	expect(({} as { a?: number }).a).toBeUndefined();
});

test('says where each part stands, and where its nearest whole does', () => {
	const read = readJson('{\n"a": [\n1,\n{"b": 2}\n]}');
	if (!('value' in read)) throw new Error(read.reason);
	expect(read.lineOf(['a'])).toBe(2);
	expect(read.lineOf(['a', 0])).toBe(3);
	expect(read.lineOf(['a', 1, 'b'])).toBe(4);
	expect(read.lineOf(['a', 1, 'missing'])).toBe(4);
	expect(read.lineOf([])).toBe(1);
});

function isJson(text: string): boolean {
	try {
		JSON.parse(text);
		return true;
	} catch {
		return false;
	}
}
