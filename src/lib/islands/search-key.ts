// The key "/" leads to the search field of the page. A key on its own can be pressed by accident, or by speech:
// WCAG 2.1.4 asks that it can be turned off. What was chosen is remembered in the browser.
const CHOICE = 'search-key';
const root = document.documentElement;

root.dataset['searchKey'] = chosen();

document.addEventListener('click', ({ target }) => {
	const button = target instanceof Element ? target.closest('button[data-search-key]') : null;
	if (!(button instanceof HTMLElement)) return;
	const choice = button.dataset['searchKey'] === 'off' ? 'off' : 'on';
	root.dataset['searchKey'] = choice;
	try {
		localStorage.setItem(CHOICE, choice);
	} catch {
		// A browser that keeps nothing: the choice is for this page.
	}
	// The button that was pressed is hidden now.
	document
		.querySelector<HTMLElement>(`button[data-search-key]:not([data-search-key="${choice}"])`)
		?.focus();
});

document.addEventListener('keydown', (event) => {
	if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || event.isComposing)
		return;
	if (event.defaultPrevented || root.dataset['searchKey'] === 'off') return;
	if (isTypedInto(event.target)) return;
	const field = document.querySelector('form[role="search"] input[type="search"]');
	if (!(field instanceof HTMLInputElement)) return;
	event.preventDefault();
	field.focus();
	field.select();
});

function isTypedInto(target: EventTarget | null): boolean {
	return (
		target instanceof HTMLElement &&
		(target.isContentEditable ||
			target.closest('input, textarea, select, [role="textbox"]') !== null)
	);
}

function chosen(): 'on' | 'off' {
	try {
		return localStorage.getItem(CHOICE) === 'off' ? 'off' : 'on';
	} catch {
		return 'on';
	}
}
