// Shows the button beside each text that is to be taken elsewhere (ui/CopyText.svelte), where the browser lets a
// page write to the clipboard. Without it the text is selected by hand.

export function start(): void {
	if (!('clipboard' in navigator)) return;
	for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-copy]')) {
		if (!button.hidden) continue;
		button.hidden = false;
		button.addEventListener('click', () => void copy(button));
	}
}

start();

async function copy(button: HTMLButtonElement): Promise<void> {
	const text = document.getElementById(button.dataset['copy'] ?? '') as HTMLTextAreaElement;
	const said = button.nextElementSibling as HTMLElement;
	try {
		await navigator.clipboard.writeText(text.value);
		said.textContent = 'Copied';
	} catch {
		said.textContent = 'Not copied. Select the text and copy it yourself.';
	}
}
