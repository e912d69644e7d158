import { plural } from './counts.ts';

/** What a page says that was left open while what it shows changed. */
export function changesNotice(changes: number, most: number): string {
	const many = changes >= most ? `${most} changes or more` : plural(changes, 'change');
	return `${many} since this page was read.`;
}
