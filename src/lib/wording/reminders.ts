/** Beside every box for free text: the service holds OFFICIAL material only. */
export const OFFICIAL_REMINDER = 'Do not enter intelligence, names of suspects, or covert tactics.';

/** Every narrative may be asked for under the Freedom of Information Act. */
export const DISCLOSURE_REMINDER =
	'What you write may be disclosed under the Freedom of Information Act.';

/** On every page and every print. */
export const PAGE_MARKING = 'OFFICIAL';

/** In place of the browser's own error, which would take the page and its text away. */
export const UNREACHABLE =
	'The service could not be reached, so nothing was sent. Your text is still here: try again.';
