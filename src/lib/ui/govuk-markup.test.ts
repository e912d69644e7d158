// GOV.UK Frontend ships examples of its components with the markup they must have. Our parts draw
// the same, so that an upgrade which changes the markup fails here and not in somebody's browser.
import { readFileSync } from 'node:fs';
import { createRawSnippet, type Component } from 'svelte';
import { render } from 'svelte/server';
import { expect, it } from 'vitest';
import Button from './Button.svelte';
import Checkboxes from './Checkboxes.svelte';
import Details from './Details.svelte';
import ErrorSummary from './ErrorSummary.svelte';
import FileUpload from './FileUpload.svelte';
import NotificationBanner from './NotificationBanner.svelte';
import Pagination from './Pagination.svelte';
import PasswordInput from './PasswordInput.svelte';
import Radios from './Radios.svelte';
import Select from './Select.svelte';
import SkipLink from './SkipLink.svelte';
import SummaryList from './SummaryList.svelte';
import TextArea from './TextArea.svelte';
import TextInput from './TextInput.svelte';
import WarningText from './WarningText.svelte';

const DETAILS =
	'We need to know your nationality so we can work out which elections you’re entitled to vote in. If you can’t provide your nationality, you’ll have to send copies of identity documents through the post.';
const PASSWORD_HINT = 'It probably has some letters, numbers and maybe even some symbols in it.';
const PRIVATE_HINT =
	"Don't include personal or financial information, eg your National Insurance number or credit card details.";
const ADDRESS = '221B Baker Street\nLondon\nNW1 6XE\n';

const drawn: [component: string, example: string, ours: string][] = [
	['button', 'default', html(Button, { children: text('Save and continue') })],
	[
		'button',
		'secondary',
		html(Button, { variant: 'secondary', name: 'secondary', children: text('Secondary button') })
	],
	['button', 'start', html(Button, { isStart: true, children: text('Start now button') })],
	['button', 'disabled', html(Button, { disabled: true, children: text('Disabled button') })],
	[
		'character-count',
		'with hint and error',
		html(TextArea, {
			name: 'with-error',
			maxLength: 10,
			label: 'Can you provide more detail?',
			error: 'Please provide more detail',
			hint: PRIVATE_HINT
		})
	],
	[
		'checkboxes',
		'with error message and hint',
		html(Checkboxes, {
			name: 'example',
			legend: 'What is your nationality?',
			hint: 'If you have dual nationality, select all options that are relevant to you.',
			error: 'Please select an option',
			options: [
				{ value: 'british', text: 'British' },
				{ value: 'irish', text: 'Irish' }
			]
		})
	],
	[
		'details',
		'default',
		html(Details, { summary: 'Help with nationality', children: text(DETAILS) })
	],
	[
		'error-summary',
		'mixed with and without links',
		html(ErrorSummary, {
			problems: [
				{ message: 'Invalid username or password' },
				{ message: 'Agree to the terms of service to log in', field: 'example-error-1' }
			]
		})
	],
	[
		'file-upload',
		'with error message and hint',
		html(FileUpload, {
			name: 'file-upload-3',
			label: 'Upload a file',
			hint: 'Your photo may be in your Pictures, Photos, Downloads or Desktop folder. Or in an app like iPhoto.',
			error: 'Error message goes here'
		})
	],
	[
		'file-upload',
		'allows multiple files',
		html(FileUpload, { name: 'file-upload-1', label: 'Upload a file', multiple: true })
	],
	[
		'input',
		'with error and hint',
		html(TextInput, {
			name: 'with-error-hint',
			label: 'National insurance number',
			error: 'Enter a National Insurance number in the correct format',
			hint: 'It’s on your National Insurance card, benefit letter, payslip or P60. For example, ‘QQ 12 34 56 C’.'
		})
	],
	[
		'input',
		'with prefix and suffix and error',
		html(TextInput, {
			id: 'input-with-prefix-suffix',
			name: 'cost',
			label: 'Cost per item, in pounds',
			prefix: '£',
			suffix: 'per item',
			error: 'Error message goes here'
		})
	],
	[
		'input',
		'with extra letter spacing',
		html(TextInput, {
			name: 'input-with-extra-letter-spacing',
			label: 'National insurance number',
			width: 30,
			isCode: true,
			value: 'QQ 12 34 56 C'
		})
	],
	[
		'notification-banner',
		'default',
		html(NotificationBanner, { heading: 'This publication was withdrawn on 7 March 2014.' })
	],
	[
		'notification-banner',
		'with type as success',
		html(NotificationBanner, { type: 'success', heading: 'Email sent to example@email.com' })
	],
	[
		'pagination',
		'first page',
		html(Pagination, { page: 1, pages: 3, href: (n) => `/page/${n}` }).replace(
			'href="/page/2" rel="next"',
			'href="/next" rel="next"'
		)
	],
	[
		'password-input',
		'with error message',
		html(PasswordInput, {
			id: 'password-input-with-error-message',
			label: 'Password',
			hint: PASSWORD_HINT,
			name: 'test-name-3',
			error: 'Error message goes here'
		})
	],
	[
		'radios',
		'with hint and error message',
		html(Radios, {
			name: 'example-error-message-hint',
			legend: 'Have you changed your name?',
			hint: 'This includes changing your last name or spelling your name differently.',
			error: 'Please select an option',
			options: [
				{ value: 'yes', text: 'Yes' },
				{ value: 'no', text: 'No' }
			]
		})
	],
	[
		'radios',
		'small',
		html(Radios, {
			name: 'how-contacted-2',
			legend: 'How do you want to be contacted?',
			small: true,
			options: [
				{ value: 'email', text: 'Email' },
				{ value: 'phone', text: 'Phone' },
				{ value: 'text', text: 'Text message' }
			]
		})
	],
	[
		'select',
		'with hint text and error message',
		html(Select, {
			name: 'select-2',
			label: 'Label text goes here',
			hint: 'Hint text goes here',
			error: 'Error message goes here',
			options: [1, 2, 3].map((n) => ({ value: `${n}`, text: `GOV.UK frontend option ${n}` }))
		})
	],
	[
		'select',
		'with selected value',
		html(Select, {
			name: 'select-1',
			label: 'Label text goes here',
			value: '2',
			options: [1, 2, 3].map((n) => ({
				value: `${n}`,
				text: `GOV.UK frontend option ${n}`,
				disabled: n === 3
			}))
		})
	],
	['skip-link', 'default', html(SkipLink, {}).replace('main-content', 'test-target-element')],
	[
		'summary-list',
		'with actions',
		html(SummaryList, {
			rows: [
				{
					key: 'Name',
					value: 'Firstname Lastname',
					actions: [
						{ href: '#', text: 'Edit', hiddenText: 'name' },
						{ href: '#', text: 'Delete', hiddenText: 'name' }
					]
				},
				{
					key: 'Date of birth',
					value: '13/08/1980',
					actions: [{ href: '#', text: 'Change', hiddenText: 'date of birth' }]
				},
				{
					key: 'Contact information',
					value: text(
						'<p class="govuk-body">email@email.com</p><p class="govuk-body">Address line 1<br>Address line 2<br>Address line 3<br>Address line 4<br>Address line 5</p>'
					),
					actions: [
						{ href: '#', text: 'Edit', hiddenText: 'contact information' },
						{ href: '#', text: 'Change', hiddenText: 'contact information' }
					]
				}
			]
		})
	],
	[
		'textarea',
		'with default value',
		html(TextArea, { id: 'full-address', name: 'address', label: 'Full address', value: ADDRESS })
	],
	[
		'warning-text',
		'default',
		html(WarningText, { children: text('You can be fined up to £5,000 if you don’t register.') })
	]
];

it.each(drawn)('%s, example "%s", is drawn as GOV.UK draws it', (component, example, ours) => {
	expect(normalise(ours)).toEqual(normalise(theirs(component, example)));
});

function theirs(component: string, example: string): string {
	const file = `node_modules/govuk-frontend/dist/govuk/components/${component}/fixtures.json`;
	const { fixtures } = JSON.parse(readFileSync(file, 'utf8')) as {
		fixtures: { name: string; html: string }[];
	};
	const found = fixtures.find(({ name }) => name === example);
	if (!found) throw new Error(`GOV.UK Frontend has no example "${example}" of ${component}`);
	return found.html;
}

/** One tag or text a line, attributes in order, without what only GOV.UK's own script reads or does itself. */
function normalise(markup: string): string[] {
	return markup
		.replace(/<!--.*?-->|<!>/gs, '')
		.replace(/&nbsp;|&#160;|\u00a0/g, ' ')
		.replace(/&(?:#39|apos);/g, "'")
		.replace(/ (?:data-[\w-]+|xmlns)="[^"]*"| value=""|<\/path>/g, '')
		.replace(/ tabindex="-1" autofocus=""/, '')
		.replace(/ ?\bgovuk-js-[\w-]+/g, '')
		.split(/(<[^>]+>)/)
		.map((part) => part.replace(/\s+/g, ' ').trim())
		.filter(Boolean)
		.map((part) => (part.startsWith('<') ? normaliseTag(part) : part));
}

function normaliseTag(tag: string): string {
	const [, name, rest = ''] = /^<(\/?[\w-]+)(.*?)\/?>$/s.exec(tag) ?? [];
	const attributes = [...rest.matchAll(/([\w:-]+)(?:="([^"]*)")?/g)].map(
		([, key, value = '']) => `${key}="${value.trim()}"`
	);
	return `<${name} ${attributes.sort().join(' ')}>`;
}

function text(words: string) {
	return createRawSnippet(() => ({ render: () => words }));
}

function html<Props extends object>(part: Component<Props>, props: Props): string {
	return render(part as Component<object>, { props }).body;
}
