import { plural } from '#lib/wording/counts.ts';
import { barsChart } from './bars.ts';
import { linkTo, type ListAddress } from './list-address.ts';
import { waitingMessage } from './standing-messages.ts';
import { PLAIN_LOOK } from './palette.ts';
import type { ChartModel } from './types.ts';

/** A body that is waited for. */
export interface AwaitedBody {
	readonly code: string;
	readonly name: string;
	/** Open assignments that wait for one of its own. */
	readonly waiting: number;
}

export interface WaitingOnInput {
	readonly list: ListAddress;
	/** All of them, in alphabetical order. */
	readonly bodies: readonly AwaitedBody[];
	/** Open assignments that wait for any of them; one may wait for several. */
	readonly waiting: number;
}

/** More bars than this are no picture; the table has them all. */
const MOST = 12;

/**
 * Who is waited for, by name: how many wait says how far a body reaches, not how well it does. Where there
 * are too many for a picture, those that most wait for are drawn, still by name.
 */
export function waitingOn({ list, bodies, waiting }: WaitingOnInput, width: number): ChartModel {
	const drawn = [...bodies.keys()]
		.sort((one, other) => bodies[other]!.waiting - bodies[one]!.waiting || one - other)
		.slice(0, MOST)
		.sort((one, other) => one - other);
	const cut =
		bodies.length > MOST
			? ` Of ${plural(bodies.length, 'body', 'bodies')}, the ${MOST} that most wait for are drawn; the table has all.`
			: '';
	return barsChart(
		{
			id: 'waiting-on',
			title: waitingMessage(waiting, bodies.length),
			rule:
				`Open assignments that wait for another body, by the body that is waited for, in ` +
				`alphabetical order. One that waits for two is counted with both.${cut}`,
			description:
				`Bar chart of ${plural(bodies.length, 'body', 'bodies')} that others wait for: ` +
				`${drawn.map((row) => `${bodies[row]!.name} ${bodies[row]!.waiting}`).join(', ')}.`,
			rowsAre: 'Waited for',
			counted: 'Number of assignments that wait',
			rows: bodies.map(({ name }) => name),
			drawn,
			series: [
				{
					label: 'Assignments that wait',
					look: PLAIN_LOOK,
					counts: bodies.map((body) => body.waiting),
					links: bodies.map((body) => linkTo(list, { waitsOn: body.code }))
				}
			]
		},
		width
	);
}
