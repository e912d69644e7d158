// Marks a form that somebody types into before the script that keeps its draft has come: that asks for the mark.
document.addEventListener('input', ({ target }) => {
	const form = target instanceof Element ? target.closest('form') : null;
	if (form) form.dataset['typed'] = '';
});
