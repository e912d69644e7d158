import type { Attachment } from 'svelte/attachments';

/**
 * Moves focus to an element that is not a control, so that it is read out. Pass what the element
 * says: when that changes, focus moves to it again.
 */
export function focusOn(_said: unknown): Attachment<HTMLElement> {
	return (node) => {
		node.setAttribute('tabindex', '-1');
		node.focus();
		const forget = () => node.removeAttribute('tabindex');
		node.addEventListener('blur', forget, { once: true });
		return () => node.removeEventListener('blur', forget);
	};
}
