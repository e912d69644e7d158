import type { Confidence } from '#lib/domain/confidence.ts';
import type { Shape, Tone } from './look.ts';

/** The delivery-confidence words of UK government project reporting, never shown without their definition. */
export interface ConfidenceLook {
	readonly word: string;
	readonly definition: string;
	readonly shape: Shape;
	readonly tone: Tone;
}

export const CONFIDENCE_LOOK: Record<Confidence, ConfidenceLook> = {
	'highly-likely': {
		word: 'Delivery highly likely',
		definition: 'no major outstanding issues',
		shape: 'circle-full',
		tone: 'green'
	},
	probable: {
		word: 'Delivery probable',
		definition: 'constant attention needed',
		shape: 'circle-half',
		tone: 'teal'
	},
	feasible: {
		word: 'Delivery feasible',
		definition: 'significant issues already exist',
		shape: 'diamond',
		tone: 'yellow'
	},
	'in-doubt': {
		word: 'Delivery in doubt',
		definition: 'urgent action needed',
		shape: 'warning',
		tone: 'orange'
	},
	'appears-unachievable': {
		word: 'Delivery appears unachievable',
		definition: 'major issues that do not seem resolvable',
		shape: 'cross',
		tone: 'red'
	}
};

/** 'Delivery highly likely: no major outstanding issues', or that nobody has said. */
export function confidenceSentence(confidence: Confidence | null): string {
	if (confidence === null) return 'No forward confidence recorded';
	const { word, definition } = CONFIDENCE_LOOK[confidence];
	return `${word}: ${definition}`;
}
