import type { SampleOutcome } from '#lib/domain/sampling.ts';
import type { App } from '#lib/server/app.ts';
import { readSampleForm } from '#lib/server/reads/samples.ts';
import { drawClaims, recordOutcome } from '#lib/server/services/samples.ts';
import type { SampleCalendar } from './calendar.ts';
import type { Cast } from './cast.ts';
import { instantOf, type Happening } from './happening.ts';

interface Draw {
	readonly name: string;
	/** Days before the last one of the sample. */
	readonly ago: number;
	/** What each drawn claim comes to, in the order drawn; the rest is not checked yet. */
	readonly outcomes: readonly (readonly [SampleOutcome, string?])[];
}

const UPHELD = ['upheld', 'Seen on the visit: as described.'] as const;

/** One sample that is done, and one that is being checked. */
const DRAWS: readonly Draw[] = [
	{
		name: 'first',
		ago: 58,
		outcomes: [
			UPHELD,
			UPHELD,
			['not-upheld', 'The new form is in use in two of the five custody suites only.'],
			UPHELD,
			['could-not-check', 'The log was with the audit team on the day of the visit.'],
			UPHELD
		]
	},
	{ name: 'second', ago: 12, outcomes: [UPHELD, UPHELD] }
];

const SIZE = 6;

/** An inspector draws samples of the claims that wait, and records what checking them came to. */
export function sampling(calendar: SampleCalendar, cast: Cast): Happening[] {
	const inspector = cast.actor('inspector', '');
	return DRAWS.flatMap(({ name, ago, outcomes }) => {
		let key = '';
		let size = 0;
		const keyOf = (step: string) => `sample-draw-${name}-${step}`;
		const drawing = async (app: App) => {
			const wanted = { from: 'OIC', size: null, method: 'random' } as const;
			const { from, most } = await readSampleForm(app, inspector, wanted);
			size = Math.min(SIZE, most);
			if (size === 0) return;
			const submissionKey = keyOf('draw');
			key = await drawClaims(app, inspector, { from, size, method: 'random', submissionKey });
		};
		const checks = outcomes.map(([outcome, reason], index) => ({
			at: instantOf(calendar.ago(ago - 2 - index), 200),
			async run(app: App) {
				if (index >= size) return;
				const stamp = { version: 0, submissionKey: keyOf(`outcome-${index}`) };
				await recordOutcome(app, inspector, key, index + 1, { ...stamp, outcome, reason });
			}
		}));
		return [{ at: instantOf(calendar.ago(ago), 150), run: drawing }, ...checks];
	});
}
