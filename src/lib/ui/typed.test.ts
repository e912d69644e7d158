import { describe, expect, it } from 'vitest';
import { typedDate, typedList, typedText } from './typed.ts';

describe('what a form starts with', () => {
	it('is the stored value before anything was sent', () => {
		expect(typedText(undefined, 'title', 'Stored')).toBe('Stored');
		expect(typedText(null, 'title')).toBe('');
		expect(typedList(undefined, 'bodies', ['nca'])).toEqual(['nca']);
		expect(typedDate(undefined, 'deadline', '2026-09-03')).toEqual({
			day: '3',
			month: '9',
			year: '2026'
		});
		expect(typedDate(undefined, 'deadline')).toEqual({});
	});

	it('is what was typed once the form came back, also where that is empty or no date', () => {
		expect(typedText({ title: '' }, 'title', 'Stored')).toBe('');
		expect(
			typedDate({ 'deadline-day': '31', 'deadline-month': 'Feb' }, 'deadline', '2026-09-03')
		).toEqual({
			day: '31',
			month: 'Feb',
			year: ''
		});
	});

	it('leaves a box unticked when the form came back without it', () => {
		expect(typedList({ title: 'x' }, 'bodies', ['nca'])).toEqual([]);
		expect(typedList({ bodies: 'bsc' }, 'bodies', ['nca'])).toEqual(['bsc']);
		expect(typedList({ bodies: ['bsc', 'nca'] }, 'bodies')).toEqual(['bsc', 'nca']);
	});
});
