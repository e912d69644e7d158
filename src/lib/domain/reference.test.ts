import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	assignmentReference,
	CODE_SHAPE,
	parseReference,
	recommendationReference
} from './reference.ts';

describe('the reference of a recommendation', () => {
	test('is read and written alike', () => {
		expect(parseReference('OIC-7')).toEqual({ inspection: 'OIC', number: 7 });
		expect(recommendationReference('OIC', 7)).toBe('OIC-7');
		expect(assignmentReference('OIC', 7, 'KENT')).toBe('OIC-7/KENT');
	});
	test('comes back whatever the code and number', () => {
		fc.assert(
			fc.property(
				fc.stringMatching(CODE_SHAPE),
				fc.integer({ min: 1, max: 999 }),
				(code, number) => {
					expect(parseReference(recommendationReference(code, number))).toEqual({
						inspection: code,
						number
					});
				}
			)
		);
	});
	test.each([
		'',
		'OIC',
		'OIC-',
		'OIC-0',
		'OIC-07',
		'OIC-1000',
		'OIC--7',
		'OIC-7 ',
		'OIC-7\n',
		'oic-7',
		'O-7',
		'1OIC-7',
		'ABCDEFGHIJKLM-7',
		'OIC-7/KENT',
		'../OIC-7',
		'OIC-7.5',
		'OIC-７',
		'ÖIC-7'
	])('%j is none', (text) => {
		expect(parseReference(text)).toBeNull();
	});
});
