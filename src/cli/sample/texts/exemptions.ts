import type { ExemptionAnswer } from '#lib/domain/exemption.ts';
import type { Shape } from '../shape.ts';

interface Told {
	readonly asked: string;
	readonly answer?: { readonly answer: ExemptionAnswer; readonly reason: string };
}

/** What is asked and answered, by how it ends. */
export const EXEMPTIONS: Readonly<Record<NonNullable<Shape['exemption']>, Told>> = {
	asked: {
		asked:
			'Another body investigates these cases for us, under an agreement that runs until 2029. We have nobody left who could do what is recommended.\n\nThe agreement can be seen at headquarters.'
	},
	agreed: {
		asked:
			'We share this function with a neighbouring body, which holds the assignment and reports on it for both of us.',
		answer: {
			answer: 'agree',
			reason:
				'Agreed. The neighbouring body answers for both, and its assignment says so. Checked against the collaboration agreement.'
		}
	},
	refused: {
		asked:
			'Training of this kind is bought from a national provider, so that we do not think the recommendation is addressed to us.',
		answer: {
			answer: 'refuse',
			reason:
				'Who delivers the training does not matter: the recommendation is about how many of your personnel take it up, and only you can see to that.'
		}
	}
};
