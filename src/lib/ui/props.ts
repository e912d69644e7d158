import type { Snippet } from 'svelte';

/** Properties that may be left out or be undefined, as the answers of a form often are. */
export type Optional<T> = { [K in keyof T]?: T[K] | undefined };

/** Plain text, or markup by a snippet. Text is always escaped. */
export type Content = string | number | Snippet;

export type HeadingSize = 's' | 'm' | 'l' | 'xl';

export type LinkItem = { href: string; text: string };
