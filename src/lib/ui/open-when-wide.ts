/**
 * Opens a disclosure on a wide screen in browsers where the stylesheet alone cannot (those without
 * ::details-content). Elsewhere it does nothing.
 */
export function openWhenWide(node: HTMLDetailsElement): void {
	if (CSS.supports('selector(::details-content)')) return;
	if (matchMedia('(min-width: 40.0625em)').matches) node.open = true;
}
