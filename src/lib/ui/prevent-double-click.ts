const SAME_CLICK_MS = 1000;

/** Ignores a second click within one second, as people who double-click everything send forms twice. */
export function preventDoubleClick(node: HTMLElement): () => void {
	let last = Number.NEGATIVE_INFINITY;
	const onclick = (event: MouseEvent) => {
		if (event.timeStamp - last < SAME_CLICK_MS) event.preventDefault();
		else last = event.timeStamp;
	};
	node.addEventListener('click', onclick);
	return () => node.removeEventListener('click', onclick);
}
