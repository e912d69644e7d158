/**
 * Ignores the second click of a double click, as people who double-click everything send forms twice. The
 * browser counts: a click that comes later, after an answer say, is meant. Where it does not count, as on
 * some telephones, the form's submission key makes the second sending harmless.
 */
export function preventDoubleClick(node: HTMLElement): () => void {
	const onclick = (event: MouseEvent) => {
		if (event.detail > 1) event.preventDefault();
	};
	node.addEventListener('click', onclick);
	return () => node.removeEventListener('click', onclick);
}
