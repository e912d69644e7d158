import type { StandingFigures } from '#lib/charts/standing-sources.ts';
import { noStanding } from '#lib/domain/standing.ts';

/** Figures of one recommendation for each number, with every band in use. */
export function standingFigures(
	numbers: readonly number[],
	title = 'Share intelligence'
): StandingFigures {
	const standing = noStanding();
	for (const counts of Object.values(standing)) {
		for (const [index, word] of Object.keys(counts).entries()) {
			(counts as Record<string, number>)[word] = (index + 1) * numbers.length;
		}
	}
	const { acceptance, evidence, firstDecision } = standing;
	return {
		all: standing,
		awaited: {
			waiting: numbers.length,
			bodies: numbers.map((number) => ({
				...{ code: `B${number}`, name: `Body ${number}` },
				waiting: number
			}))
		},
		recommendations: numbers.map((number) => ({
			...{ number, title, reference: `OIC-${number}`, acceptance, evidence, firstDecision },
			freshness: { reported: 31, owed: 3, 'not-reported': 9 }
		}))
	};
}
