/** 'OIC-7' for a recommendation, 'OIC-7/KENT' for an assignment. */
export interface RecommendationReference {
	readonly inspection: string;
	readonly number: number;
}

const RECOMMENDATION = /^([A-Z][A-Z0-9]{1,11})-([1-9]\d{0,2})$/;
export const CODE_SHAPE = /^[A-Z][A-Z0-9]{1,11}$/;

export function parseReference(text: string): RecommendationReference | null {
	const match = RECOMMENDATION.exec(text);
	if (!match?.[1] || !match[2]) return null;
	return { inspection: match[1], number: Number(match[2]) };
}

export function recommendationReference(inspection: string, number: number): string {
	return `${inspection}-${number}`;
}

export function assignmentReference(
	inspection: string,
	number: number,
	organisation: string
): string {
	return `${inspection}-${number}/${organisation}`;
}
