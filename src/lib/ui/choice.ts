import type { Snippet } from 'svelte';
import type { Content, Optional } from './props.ts';

/** One radio button or checkbox. */
export type Choice = { value: string; text: string } & Optional<{
	hint: Content;
	/** Shown below the choice while it is chosen. */
	conditional: Snippet;
	/** A word between this choice and the one before it, such as "or". */
	divider: string;
	disabled: boolean;
}>;

/** The first has the id of the whole field, so that the error summary can link to it. */
export function choiceId(id: string, index: number): string {
	return index === 0 ? id : `${id}-${index + 1}`;
}
