/** The three inputs in which a day is typed. */
export function dayFields(name: string, day: number, month: number, year: number) {
	return { [`${name}-day`]: `${day}`, [`${name}-month`]: `${month}`, [`${name}-year`]: `${year}` };
}
