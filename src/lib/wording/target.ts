export const NO_TARGET = 'None set';

/** Beside every target date, so that nobody takes it for the deadline. */
export const TARGET_NOTE =
	'The day the organisation aims for. It is not the deadline, and lateness is not measured from it.';

/** Whoever aims for a day after the deadline says beforehand that it will be late. */
export const TARGET_AFTER_DEADLINE = 'which is after the deadline';
