import type { Chance } from './random.ts';
import type { Shape } from './shape.ts';
import type { SampleAssignment } from './step.ts';
import { LONG_UPDATE, POLISH_UPDATE, WELSH_UPDATE } from './texts/set-pieces.ts';

const LONG_WAIT = [60, 130] as const;

const s = {
	confirmed: { outcome: 'confirmed' },
	confirmedSecond: { outcome: 'confirmed', isSecondClaim: true },
	// Twice, as `goingOn` is `progressing` again: who gets which follows from the order within a mix.
	steady: { outcome: 'confirmed', isSteady: true },
	steadyToo: { outcome: 'confirmed', isSteady: true },
	claimed: { outcome: 'claimed' },
	claimedLong: { outcome: 'claimed', claimedAgo: LONG_WAIT },
	claimedAgain: { outcome: 'claimed', isSecondClaim: true },
	claimedMoved: { outcome: 'claimed', moved: 'future' },
	returned: { outcome: 'returned' },
	returnedMoved: { outcome: 'returned', moved: 'future' },
	progressing: { outcome: 'progressing' },
	goingOn: { outcome: 'progressing' },
	partly: { outcome: 'progressing', acceptance: 'partly-accepted' },
	waiting: { outcome: 'progressing', waitsOnNca: true },
	moved: { outcome: 'progressing', moved: 'future' },
	movedTwice: { outcome: 'progressing', moved: 'twice' },
	movedAndPast: { outcome: 'progressing', moved: 'past', isInDoubt: true },
	inDoubt: { outcome: 'progressing', isInDoubt: true },
	silent: { outcome: 'silent' },
	silentMoved: { outcome: 'silent', moved: 'future' },
	withdrawn: { outcome: 'withdrawn', moved: 'future' },
	reopened: { outcome: 'reopened' },
	notStarted: { outcome: 'not-started' },
	noOwner: { outcome: 'not-started', isWithoutOwner: true },
	notApplicable: { outcome: 'not-applicable' },
	exemptionAgreed: { outcome: 'not-applicable', exemption: 'agreed' },
	exemptionRefused: { outcome: 'progressing', exemption: 'refused' },
	exemptionAsked: { outcome: 'not-started', exemption: 'asked' },
	notAccepted: { outcome: 'not-accepted' },
	noFurtherAction: { outcome: 'no-further-action' }
} as const satisfies Record<string, Shape>;

type Mix = Readonly<Partial<Record<keyof typeof s, number>>>;

/**
 * How many forces and regional units stand how, by recommendation; whoever is left over is progressing.
 * The dates of 3 and 7 have passed, 5 falls due soon, 6 and 8 later, and 10 has none.
 * Of 8 enough were confirmed, and evenly enough, for a forecast; of the others there is none, each for its own reason.
 */
const MIXES: Readonly<Record<number, Mix>> = {
	3: {
		...{ confirmed: 15, confirmedSecond: 2, claimedLong: 4, claimedMoved: 2, returned: 1 },
		...{ returnedMoved: 1, moved: 4, movedTwice: 2, progressing: 3, inDoubt: 2, silent: 1 },
		...{ silentMoved: 1, withdrawn: 1, notStarted: 1, notApplicable: 1, noFurtherAction: 1 }
	},
	5: {
		...{ confirmed: 6, goingOn: 4, confirmedSecond: 1 },
		...{
			claimed: 7,
			claimedLong: 1,
			claimedAgain: 1,
			returned: 2,
			waiting: 6,
			silent: 4,
			notStarted: 2,
			noOwner: 1,
			partly: 2
		},
		...{ exemptionAgreed: 1, noFurtherAction: 1, progressing: 12 }
	},
	6: { confirmed: 2, claimed: 2, silent: 1, progressing: 4 },
	7: {
		...{ confirmed: 24, confirmedSecond: 3, claimedLong: 2, claimedMoved: 3, returnedMoved: 2 },
		...{ moved: 5, movedTwice: 2, progressing: 2, inDoubt: 1, movedAndPast: 2, silent: 1 },
		...{ notStarted: 1, notAccepted: 1, noFurtherAction: 1, reopened: 1 }
	},
	8: {
		...{ steady: 15, claimedLong: 1, claimedAgain: 1, returned: 2, silent: 4 },
		...{ exemptionAsked: 1, notStarted: 3, noOwner: 2, notApplicable: 1, notAccepted: 1 },
		...{ partly: 1, steadyToo: 19 }
	},
	10: {
		...{ confirmed: 5, goingOn: 5, claimed: 4, returned: 1, silent: 4, notStarted: 6, noOwner: 4 },
		...{ notApplicable: 1, inDoubt: 2, exemptionRefused: 1, progressing: 17 }
	}
};

/** Those that a demonstration turns to: the same every time, whatever chance does with the rest. */
const FIXED: Readonly<Record<string, Shape>> = {
	'OIC-3/KENT': s.progressing,
	'OIC-5/KENT': s.returned,
	'OIC-7/KENT': { ...s.claimedMoved, claimedAgo: [12, 12], allEvidence: true },
	'OIC-8/KENT': s.confirmed,
	'OIC-10/KENT': s.notStarted,
	'OIC-1/NCA': { ...s.claimed, claimedAgo: [20, 20] },
	'OIC-2/NCA': s.movedTwice,
	'OIC-3/NCA': s.confirmed,
	'OIC-4/NCA': s.progressing,
	'OIC-5/NCA': { ...s.progressing, says: LONG_UPDATE },
	'OIC-6/NCA': s.claimedAgain,
	'OIC-7/NCA': s.confirmed,
	'OIC-8/NCA': s.partly,
	'OIC-9/NCA': s.inDoubt,
	'OIC-10/NCA': s.reopened,
	'OIC-1/BSC': s.progressing,
	'OIC-2/BSC': s.confirmed,
	'OIC-4/BSC': { ...s.claimed, claimedAgo: [33, 33] },
	'OIC-9/BSC': s.waiting,
	'OIC-3/HOIE': s.moved,
	'OIC-4/HOIE': { ...s.progressing, says: POLISH_UPDATE },
	'OIC-5/HOIE': s.claimed,
	'OIC-3/BF': s.confirmed,
	'OIC-4/BF': s.returned,
	'OIC-5/BF': s.progressing,
	'OIC-10/COP': s.confirmed,
	'OIC-10/NWP': { ...s.progressing, says: WELSH_UPDATE }
};

/** A shape for every assignment of one recommendation, in the order given. */
export function planShapes(
	assignments: readonly SampleAssignment[],
	number: number,
	chance: Chance
): Shape[] {
	const fixed = assignments.map((one) => FIXED[`${one.reference}/${one.organisation}`]);
	const mix = Object.entries(MIXES[number] ?? {}) as [keyof typeof s, number][];
	const rest: Shape[] = chance.shuffled(
		mix.flatMap(([name, times]) => Array.from({ length: times }, () => s[name]))
	);
	return fixed.map((shape) => shape ?? rest.pop() ?? s.progressing);
}
