export const SERVICE_NAME = 'Recommendations tracker';
export const INSPECTORATE_NAME = 'HMICFRS';

/** On every page and every print of a register that is not real. */
export const SAMPLE_NOTICE = {
	title: 'Sample data',
	text: 'Every person, date and claim here is invented.'
};
