import { createRawSnippet, type Component, type ComponentProps } from 'svelte';
import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import MarkTag from './MarkTag.svelte';
import { MARK_SHAPES } from './mark.ts';
import MarkShapes from './MarkShapes.svelte';
import Table from './Table.svelte';
import type { Column } from './table.ts';

type Row = { number: number; title: string };

const rows: Row[] = [
	{ number: 1, title: 'First' },
	{ number: 2, title: '<b>Second</b>' }
];
const columns: Column<Row>[] = [
	{ key: 'number', label: 'Number', text: (row) => row.number, numeric: true },
	{
		key: 'title',
		label: 'Title',
		text: (row) => row.title,
		isRowHeader: true,
		sort: { href: '?by=title', direction: 'ascending' }
	},
	{ key: 'links', label: 'Links', labelHidden: true, sort: undefined }
];
const cell = createRawSnippet<[Row, string]>((row, key) => ({
	render: () => `<i>${row().number} ${key()}</i>`
}));

describe('a table of a list', () => {
	const page = table({ caption: 'Things', rows, columns, cell });

	it('keeps its roles, which cards on a narrow screen would take away', () => {
		expect(page.match(/ role="row"/g)).toHaveLength(3);
		expect(page.match(/ role="columnheader"/g)).toHaveLength(3);
		expect(page.match(/ role="rowheader"/g)).toHaveLength(2);
		expect(page.match(/ role="cell"/g)).toHaveLength(4);
	});

	it('repeats each label beside its value for the eye alone, as the header is read already', () => {
		expect(page.match(/<td[^>]* data-label="Number"/g)).toHaveLength(2);
	});

	it('says how it is sorted, and sorts by links that work without script', () => {
		expect(page).toMatch(/<th[^>]*aria-sort="ascending"[^>]*>.*?<a [^>]*href="\?by=title"/s);
		expect(page.match(/aria-sort/g)).toHaveLength(1);
	});

	it('draws the columns without text by the snippet, and escapes the rest', () => {
		expect(page).toContain('<i>2 links</i>');
		expect(page).toContain('&lt;b>Second');
	});
});

describe('a table of figures', () => {
	it('scrolls in a region that has a name and that the keyboard reaches', () => {
		const page = table({ caption: 'Counts', rows, columns, narrow: 'scroll' });
		const [, name] = /role="region" aria-labelledby="([^"]+)" tabindex="0"/.exec(page) ?? [];
		expect(page).toMatch(new RegExp(`<caption id="${name}"[^>]*>Counts`));
		expect(page).not.toContain('role="table"');
	});
});

describe('a mark', () => {
	it('is a word, with a shape that assistive technology passes over', () => {
		const page = html(MarkTag, { word: 'Confirmed', shape: 'tick', tone: 'green' });
		expect(page).toMatch(/<svg[^>]* aria-hidden="true"/);
		expect(page).toContain('Confirmed');
	});

	it('has a shape that no other mark has, so that colour is never needed', () => {
		const drawn = [
			...html(MarkShapes, {}).matchAll(/<symbol id="mark-([\w-]+)"[^>]*>(.*?)<\/symbol>/gs)
		];
		expect(drawn.map(([, shape]) => shape)).toEqual([...MARK_SHAPES]);
		expect(new Set(drawn.map(([, , drawing]) => drawing)).size).toBe(MARK_SHAPES.length);
		const page = html(MarkTag, { word: 'Confirmed', shape: 'tick' });
		expect(page).toContain('<use href="#mark-tick"');
	});
});

function table(props: ComponentProps<typeof Table<Row>>): string {
	return render(Table<Row>, { props }).body;
}

function html<Props extends object>(part: Component<Props>, props: Props): string {
	return render(part as Component<object>, { props }).body;
}
