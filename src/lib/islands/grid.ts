// Makes a table of links a grid (https://www.w3.org/WAI/ARIA/apg/patterns/grid/): one stop of the tab key, and
// arrows, Home and End within. Without it the table is one that the tab key goes through link by link.

// There may be dozens of tables with thousands of links each: one is made a grid when it is near the window, or when it
// is come to by key.

const near = new IntersectionObserver(
	(entries) => {
		for (const { isIntersecting, target } of entries) if (isIntersecting) begin(target);
	},
	{ rootMargin: '50%' }
);

start();

export function start(): void {
	for (const table of document.querySelectorAll('table[data-grid]')) makeGridWhenNear(table);
}

function makeGridWhenNear(table: Element): void {
	near.observe(table);
	table.addEventListener('focusin', () => begin(table), { once: true });
}

function begin(table: Element): void {
	near.unobserve(table);
	if (table instanceof HTMLTableElement && table.getAttribute('role') !== 'grid') makeGrid(table);
}

/** @param table whole, though it need not be on the page yet */
export function makeGrid(table: HTMLTableElement): void {
	const rows = [...table.querySelectorAll<HTMLTableRowElement>('thead > tr, tbody > tr')];
	// Nobody has to skip what is one stop.
	for (const skip of table.querySelectorAll('[data-grid-skip]')) skip.remove();
	for (const link of table.querySelectorAll('a')) link.tabIndex = -1;
	table.setAttribute('role', 'grid');
	let stop: HTMLElement | undefined;

	const first = table.querySelector<HTMLElement>('tbody td a') ?? table.querySelector('a');
	const focused = table.contains(document.activeElement) ? document.activeElement : null;
	const begun = focused instanceof HTMLElement ? focused : first;
	if (begun) makeStop(begun);

	function makeStop(element: HTMLElement): void {
		if (stop) stop.tabIndex = -1;
		stop = element;
		stop.tabIndex = 0;
	}

	table.addEventListener('focusin', ({ target }) => {
		const cell = (target as Element).closest<HTMLTableCellElement>('th, td');
		if (cell) makeStop(targetOf(cell));
	});

	table.addEventListener('keydown', (event) => {
		if (event.altKey || event.metaKey || event.shiftKey) return;
		const cell = (event.target as Element).closest<HTMLTableCellElement>('th, td');
		const row = cell?.closest('tr');
		if (!cell || !row) return;
		const next = cellFor(event, rows, rows.indexOf(row), cell);
		if (next === undefined) return;
		event.preventDefault();
		if (!next) return;
		const element = targetOf(next);
		makeStop(element);
		element.focus();
		if (next.matches('td')) next.scrollIntoView({ block: 'nearest', inline: 'nearest' });
	});
}

/** The link in a cell, or the cell itself where it holds none. */
function targetOf(cell: HTMLTableCellElement): HTMLElement {
	const link = cell.querySelector('a');
	if (link) return link;
	if (!cell.hasAttribute('tabindex')) cell.tabIndex = -1;
	return cell;
}

/** Where a key leads: undefined for a key that is none of the grid's, null at its edge. */
function cellFor(
	{ key, ctrlKey }: KeyboardEvent,
	rows: readonly HTMLTableRowElement[],
	row: number,
	cell: HTMLTableCellElement
): HTMLTableCellElement | null | undefined {
	const column = cell.cellIndex;
	const at = (y: number, x: number) => {
		const cells = rows[Math.max(0, Math.min(y, rows.length - 1))]!.cells;
		// The name of a group is one cell over all columns.
		return cells[Math.max(0, Math.min(x, cells.length - 1))] ?? null;
	};
	const last = Number.MAX_SAFE_INTEGER;
	if (ctrlKey && key !== 'Home' && key !== 'End') return undefined;
	switch (key) {
		case 'ArrowRight':
			return at(row, column + 1);
		case 'ArrowLeft':
			return at(row, column - 1);
		case 'ArrowDown':
			return at(row + 1, kept(cell));
		case 'ArrowUp':
			return at(row - 1, kept(cell));
		case 'PageDown':
			return at(row + PAGE, kept(cell));
		case 'PageUp':
			return at(row - PAGE, kept(cell));
		case 'Home':
			return at(ctrlKey ? 0 : row, 0);
		case 'End':
			return at(ctrlKey ? last : row, last);
		default:
			return undefined;
	}
}

const PAGE = 10;
let keptColumn = 0;

/** The column that was walked in, while a row with one cell is crossed. */
function kept(cell: HTMLTableCellElement): number {
	if (cell.colSpan === 1) keptColumn = cell.cellIndex;
	return keptColumn;
}
