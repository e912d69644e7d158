/** Characters that fit, or a share of the column. */
export type Width =
	| 2
	| 3
	| 4
	| 5
	| 10
	| 20
	| 30
	| 'one-quarter'
	| 'one-third'
	| 'one-half'
	| 'two-thirds'
	| 'three-quarters'
	| 'full';

export function widthClass(width: Width | undefined): string | undefined {
	if (width === undefined) return undefined;
	return typeof width === 'number' ? `govuk-input--width-${width}` : `govuk-!-width-${width}`;
}
