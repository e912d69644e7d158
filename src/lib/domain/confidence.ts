/** Forward confidence in delivery, apart from progress and from confirmation. */
export const CONFIDENCES = [
	'highly-likely',
	'probable',
	'feasible',
	'in-doubt',
	'appears-unachievable'
] as const;
export type Confidence = (typeof CONFIDENCES)[number];

/** What a decision to confirm rests on. */
export const DECISION_BASES = ['desk-review', 'visit', 'later-inspection', 'sample'] as const;
export type DecisionBasis = (typeof DECISION_BASES)[number];

export function isDecisionBasis(text: string | undefined): text is DecisionBasis {
	return (DECISION_BASES as readonly (string | undefined)[]).includes(text);
}
