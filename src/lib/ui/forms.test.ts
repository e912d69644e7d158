import { createRawSnippet, type Component } from 'svelte';
import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import Checkboxes from './Checkboxes.svelte';
import DateInput from './DateInput.svelte';
import ErrorSummary from './ErrorSummary.svelte';
import FileUpload from './FileUpload.svelte';
import PasswordInput from './PasswordInput.svelte';
import Radios from './Radios.svelte';
import Select from './Select.svelte';
import TextArea from './TextArea.svelte';
import TextInput from './TextInput.svelte';

const error = 'Something is wrong';
const legend = 'Question';
const label = 'Question';
const name = 'parts[0].met';
const options = [
	{ value: 'a', text: 'A', hint: 'The first' },
	{ value: 'b', text: 'B', hint: 'The second' }
];

const fields = {
	TextInput: () => html(TextInput, { name, label, error, hint: 'Hint' }),
	TextArea: () => html(TextArea, { name, label, error, hint: 'Hint', maxLength: 100 }),
	Select: () => html(Select, { name, label, error, hint: 'Hint', options }),
	FileUpload: () => html(FileUpload, { name, label, error, hint: 'Hint' }),
	PasswordInput: () => html(PasswordInput, { name, label, error, hint: 'Hint' }),
	Radios: () => html(Radios, { name, legend, error, hint: 'Hint', options }),
	Checkboxes: () => html(Checkboxes, { name, legend, error, hint: 'Hint', options }),
	DateInput: () => html(DateInput, { name, legend, error, hint: 'Hint' })
};

describe.each(Object.entries(fields))('%s', (_, draw) => {
	it('is where the error summary leads to', () => {
		const summary = html(ErrorSummary, { problems: [{ field: name, message: error }] });
		const [, target] = /href="#([^"]+)"/.exec(summary) ?? [];
		expect(draw()).toMatch(new RegExp(`<(input|select|textarea)[^>]* id="${target}"`));
	});

	it('names only ids that exist, each of them once', () => {
		const page = draw();
		const ids = [...page.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
		const named = [...page.matchAll(/ (?:for|aria-describedby|aria-controls)="([^"]*)"/g)].flatMap(
			([, list]) => list!.split(' ')
		);
		expect(new Set(ids).size).toBe(ids.length);
		expect(named.length).toBeGreaterThan(0);
		expect(named.filter((id) => !ids.includes(id))).toEqual([]);
	});

	it('is described by its hint and then its message', () => {
		expect(draw()).toMatch(/aria-describedby="[^"]*parts-0-met-hint parts-0-met-error"/);
	});

	it('holds no style attribute, which the content security policy would block', () => {
		expect(draw()).not.toMatch(/ style=/);
	});
});

describe('hostile text', () => {
	const hostile = `"><script>alert(1)</script><img src=x onerror='alert(1)'>`;

	it('stays text wherever a person may have typed it', () => {
		const pages = [
			html(TextInput, { name, label: hostile, hint: hostile, error: hostile, value: hostile }),
			html(TextArea, { name, label, value: `</textarea>${hostile}` }),
			html(Radios, { name, legend: hostile, options: [{ value: hostile, text: hostile }] }),
			html(Select, { name, label, options: [{ value: hostile, text: hostile }], value: hostile }),
			html(ErrorSummary, { problems: [{ message: hostile, field: hostile }] })
		];
		for (const page of pages) expect(page).not.toMatch(/<script|<img/);
	});
});

describe('a form that came back', () => {
	it('shows what was typed, without script too', () => {
		expect(html(TextArea, { name: 'why', label, value: 'Two\nlines' })).toContain(
			'>Two\nlines</textarea>'
		);
		expect(html(TextInput, { name: 'title', label, value: 'Typed' })).toContain('value="Typed"');
		expect(html(Select, { name: 's', label, options, value: 'b' })).toMatch(
			/value="b"[^>]* selected/
		);
		expect(html(Radios, { name: 'r', legend, options, value: 'b' })).toMatch(
			/value="b"[^>]* checked/
		);
	});

	it('never sends a password back', () => {
		expect(html(PasswordInput, { name: 'password', label, error })).not.toMatch(/ value=/);
	});
});

describe('a date in three parts', () => {
	it('leads the error summary to the first part that is wrong and marks only that', () => {
		const page = html(DateInput, { name: 'due', legend, error, wrongParts: ['year'] });
		expect(page).toMatch(/<input[^>]*govuk-input--error[^>]* id="due" name="due-year"/);
		expect(page.match(/govuk-input--error/g)).toHaveLength(1);
	});

	it('gives each part a name of its own', () => {
		const page = html(DateInput, { name: 'due', legend });
		expect([...page.matchAll(/ name="([^"]*)"/g)].map(([, n]) => n)).toEqual([
			'due-day',
			'due-month',
			'due-year'
		]);
	});
});

describe('an error summary', () => {
	it('is not drawn when nothing is wrong', () => {
		expect(html(ErrorSummary, { problems: [] })).not.toContain('govuk-error-summary');
	});

	it('makes no link where there is no field', () => {
		expect(html(ErrorSummary, { problems: [{ field: '', message: error }] })).not.toContain('<a');
	});
});

describe('a choice with a part of its own', () => {
	it('draws that part after the choice, so that it can be filled in without script', () => {
		const conditional = createRawSnippet(() => ({ render: () => '<input name="why">' }));
		const page = html(Radios, {
			name: 'accept',
			legend,
			options: [{ value: 'no', text: 'No', conditional }]
		});
		expect(page).toMatch(/value="no".*govuk-radios__conditional.*<input name="why">/s);
		expect(page).not.toContain('--hidden');
	});
});

function html<Props extends object>(part: Component<Props>, props: Props): string {
	return render(part as Component<object>, { props }).body;
}
