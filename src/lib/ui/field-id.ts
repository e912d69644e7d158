/**
 * The id of the field with this name: what its label, hint and message refer to and what a link in
 * the error summary points at. `parts[0].met` becomes `parts-0-met`.
 */
export function fieldId(name: string): string {
	return name.replace(/[^\w-]+/g, '-').replace(/-+$/, '');
}

/** The value of aria-describedby: ids that exist, in the order in which they are read. */
export function describedBy(...ids: (string | false | undefined)[]): string | undefined {
	return ids.filter(Boolean).join(' ') || undefined;
}
