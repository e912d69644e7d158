import { refusalMessage } from './refusal.ts';

export interface ErrorPageWords {
	readonly title: string;
	/** What to do next. */
	readonly message: string;
}

const CODES: Readonly<Record<number, string>> = {
	403: 'not-allowed',
	404: 'not-found',
	410: 'invitation-not-valid',
	413: 'request-too-large'
};

/** What a page says that could not be shown, by its HTTP status. */
export function errorPageWords(status: number): ErrorPageWords {
	const code = CODES[status];
	if (code !== undefined) return refusalMessage({ code });
	if (status >= 500) return OUR_FAULT;
	if (status === 405 || status === 415) return NOT_A_FORM;
	return NOT_UNDERSTOOD;
}

const OUR_FAULT: ErrorPageWords = {
	title: 'Sorry, there is a problem with the service',
	message:
		'Try again in a few minutes. What you saved before is safe. If you were sending a form, go back in your browser to find your text.'
};
const NOT_A_FORM: ErrorPageWords = {
	title: 'This page takes no such request',
	message: 'Nothing was saved. Open the page again, then send its form.'
};
const NOT_UNDERSTOOD: ErrorPageWords = {
	title: 'The service did not understand this',
	message: 'Nothing was saved. Check the address, or go back and try again.'
};
