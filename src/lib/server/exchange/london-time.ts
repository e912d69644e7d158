const LONDON = new Intl.DateTimeFormat('sv-SE', {
	timeZone: 'Europe/London',
	dateStyle: 'short',
	timeStyle: 'medium'
});

/** '2026-03-02 12:00:00': an instant as the clocks in London show it, as a table of figures needs it. */
export function londonTime(instant: number): string {
	return LONDON.format(instant);
}

const DAY_MS = 86_400_000;
/** Day 0 of a spreadsheet's calendar is 30 December 1899: 25,569 days before 1 January 1970. */
const EPOCH_SERIAL = 25_569;
/** Before this day Excel counts one day too many, because of a leap day in 1900 that there was not. */
const FIRST_SERIAL = 61;

/** The number that a spreadsheet keeps for a day; null for what it cannot keep as one. */
export function daySerial(day: string): number | null {
	const at = Date.parse(`${day}T00:00:00Z`);
	const serial = at / DAY_MS + EPOCH_SERIAL;
	return Number.isInteger(serial) && serial >= FIRST_SERIAL ? serial : null;
}

/** The same for an instant, in London's time: a fraction of a day. */
export function instantSerial(instant: number): number {
	const shown = Date.parse(`${londonTime(instant).replace(' ', 'T')}Z`);
	return shown / DAY_MS + EPOCH_SERIAL;
}
