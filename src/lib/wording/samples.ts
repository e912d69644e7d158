import type { SampleStanding } from '#lib/domain/sample-bound.ts';
import type { SampleOutcome, SamplingMethod } from '#lib/domain/sampling.ts';
import { formatNumber, plural } from './counts.ts';
import type { Look } from './look.ts';

export const METHOD_WORDS: Record<SamplingMethod, { word: string; meaning: string }> = {
	random: {
		word: 'At random',
		meaning:
			'Every claim is equally likely to be drawn. Only then does the sample say something of all of them.'
	},
	'weighted-by-risk': {
		word: 'Weighted by risk',
		meaning:
			'The riskier a claim is by what is on record, the more often it comes up. It finds more, and says nothing of the claims that are not drawn.'
	}
};

export const OUTCOME_WORDS: Record<SampleOutcome, { word: string; meaning: string }> = {
	upheld: { word: 'Upheld', meaning: 'What the organisation says is done is done.' },
	'not-upheld': { word: 'Not upheld', meaning: 'It is not done, or not all of it.' },
	'could-not-check': {
		word: 'Could not be checked',
		meaning: 'It is left out of the count, and the count says so.'
	}
};

/** What a sample says, in sentences for a reader who has nothing but them. */
export function standingSentences(standing: SampleStanding): string[] {
	const { drawn, waiting } = standing;
	const checked = standing.upheld + standing.notUpheld;
	if (waiting === drawn) return [`${plural(drawn, 'claim')} drawn, none checked yet.`];
	if (waiting > 0) {
		return [
			`${formatNumber(checked)} of the ${formatNumber(drawn)} drawn checked so far${checked > 0 ? `, ${found(standing)}` : ''}.`,
			...leftOut(standing),
			`What this says of all ${formatNumber(standing.population)} is worked out when every drawn claim has its outcome.`
		];
	}
	if (checked === 0) return [`None of the ${plural(drawn, 'drawn claim')} could be checked.`];
	return [`${conclusion(standing)}.`, ...leftOut(standing), ...caution(standing)];
}

/** '12 of 43 checked, all upheld: at least 35 of 43 are genuine, 95% confidence' */
function conclusion(standing: SampleStanding): string {
	const checked = standing.upheld + standing.notUpheld;
	const all = formatNumber(standing.population);
	if (checked === standing.population) return `All ${all} checked, ${found(standing)}`;
	const seen = `${formatNumber(checked)} of ${all} checked, ${found(standing)}`;
	if (standing.atLeast === null) return seen;
	return `${seen}: at least ${formatNumber(standing.atLeast)} of ${all} are genuine, 95% confidence`;
}

/** 'all upheld', 'none upheld', '11 upheld and 1 not upheld' */
function found({ upheld, notUpheld }: SampleStanding): string {
	if (notUpheld === 0) return 'all upheld';
	if (upheld === 0) return 'none upheld';
	return `${formatNumber(upheld)} upheld and ${formatNumber(notUpheld)} not upheld`;
}

function leftOut({ couldNotCheck, drawn, waiting, atLeast }: SampleStanding): string[] {
	if (couldNotCheck === 0) return [];
	const some = `${formatNumber(couldNotCheck)} of the ${formatNumber(drawn)} drawn could not be checked and ${couldNotCheck === 1 ? 'is' : 'are'} left out`;
	return waiting > 0 || atLeast === null
		? [`${some}.`]
		: [
				`${some}: the figure holds if ${couldNotCheck === 1 ? 'it is' : 'they are'} no different from the rest.`
			];
}

function caution({ atLeast, population }: SampleStanding): string[] {
	if (atLeast !== null) return [];
	return [
		`The draw favoured claims at risk, so no figure for all ${formatNumber(population)} follows from it.`
	];
}

/** What a size would tell, if everything drawn were upheld. @param atLeast null for a draw weighted by risk */
export function plannedSentence(size: number, population: number, atLeast: number | null): string {
	const all = formatNumber(population);
	if (size >= population) return `All ${all} would be checked: the count would be the truth.`;
	return atLeast === null
		? `A draw of ${formatNumber(size)} weighted by risk would say nothing of the ${formatNumber(population - size)} not drawn.`
		: `If all ${formatNumber(size)} are upheld: at least ${formatNumber(atLeast)} of ${all} are genuine, 95% confidence.`;
}

/** 'OIC-7' or 'Every recommendation of OIC' */
export function scopeWords(inspectionCode: string, number: number | null): string {
	return number === null
		? `Every recommendation of ${inspectionCode}`
		: `${inspectionCode}-${number}`;
}

/** The proof that nobody chose: the same seed on what was drawn from gives the same claims. */
export function sameAgainWords(isSameAgain: boolean, size: number): string {
	return isSameAgain
		? `Drawn again just now with the same seed: the same ${plural(size, 'claim')} in the same order.`
		: 'Drawn again just now with the same seed, other claims came up. Tell whoever looks after the service.';
}

/** How an outcome is drawn: a word, a shape and, third, a colour. */
export const OUTCOME_LOOKS: Record<SampleOutcome | 'waiting', Look> = {
	upheld: { ...OUTCOME_WORDS.upheld, shape: 'tick', tone: 'green' },
	'not-upheld': { ...OUTCOME_WORDS['not-upheld'], shape: 'cross', tone: 'orange' },
	'could-not-check': { ...OUTCOME_WORDS['could-not-check'], shape: 'dash', tone: 'grey' },
	waiting: {
		word: 'Not checked yet',
		meaning: 'Nobody has recorded an outcome.',
		shape: 'circle-empty',
		tone: 'grey'
	}
};
