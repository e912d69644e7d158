import type { QualityCheck, Severity } from '#lib/domain/quality.ts';
import { paths } from './paths.ts';

export const SEVERITY_WORDS: Readonly<Record<Severity, string>> = {
	high: 'Misleads whoever reads it',
	medium: 'Needs somebody',
	low: 'Worth completing'
};

export const QUALITY_WORDS: Readonly<
	Record<QualityCheck, { readonly title: string; readonly meaning: string; readonly mend: string }>
> = {
	'claimed-without-evidence': {
		title: 'Reported complete without evidence that opens',
		meaning: 'All of its evidence is withdrawn or in quarantine, or there is none.',
		mend: 'See its evidence'
	},
	'date-set-by-nobody': {
		title: 'A deadline that nobody set',
		meaning: 'A date counts against the organisation, and the record names nobody who set it.',
		mend: 'Set the deadline'
	},
	'two-leads': {
		title: 'Two national bodies lead',
		meaning: 'More than one national body is the lead of the same recommendation.',
		mend: 'See whom it falls to'
	},
	'body-ended': {
		title: 'Open with a body that has ended',
		meaning: 'Nobody is left to do it: it goes to a successor, or is closed.',
		mend: 'Open the assignment'
	},
	'overdue-and-silent': {
		title: 'Overdue and silent',
		meaning: 'Its deadline has passed, and nothing was reported in the period that asked for it.',
		mend: 'Ask in the conversation'
	},
	'post-without-holder': {
		title: 'Owned by a post that nobody holds',
		meaning: 'The post that answers for it is vacant.',
		mend: 'Open the post'
	},
	'recheck-overdue': {
		title: 'A re-check that is overdue',
		meaning: 'The day on which it was to be looked at again has passed.',
		mend: 'Record the re-check'
	},
	'wait-not-reviewed': {
		title: 'A wait that nobody looked at again',
		meaning: 'It waits for another body, and the review date of the wait has passed.',
		mend: 'Review the wait'
	},
	'in-progress-without-action': {
		title: 'In progress with no action planned',
		meaning: 'Work is said to go on, and the plan holds no step towards it.',
		mend: 'Open the plan'
	},
	'no-owner': {
		title: 'No owner',
		meaning: 'No post answers for it.',
		mend: 'Set the owner'
	}
};

export interface QualityRow {
	readonly reference: string;
	readonly organisationCode: string;
	readonly ownerPostId: number | null;
	/** Whether the reader holds the right that mending needs. */
	readonly mayMend: boolean;
}

/** What the way to it is called. */
export function mendingWords(check: QualityCheck, { mayMend }: QualityRow): string {
	return mayMend ? QUALITY_WORDS[check].mend : 'Open the assignment';
}

/** Where it is mended: the form, or the page that leads to it; the assignment for whoever may not. */
export function mendingPath(check: QualityCheck, row: QualityRow): string {
	const { reference, organisationCode, ownerPostId } = row;
	if (!row.mayMend) return paths.assignment(reference, organisationCode);
	switch (check) {
		case 'claimed-without-evidence':
			return paths.evidenceOf(reference, organisationCode);
		case 'date-set-by-nobody':
			return paths.deadline(reference, organisationCode);
		case 'two-leads':
			return paths.recommendation(reference);
		case 'body-ended':
			return paths.assignment(reference, organisationCode);
		case 'overdue-and-silent':
			return paths.newComment(reference, organisationCode);
		case 'post-without-holder':
			return ownerPostId === null
				? paths.owner(reference, organisationCode)
				: paths.post(organisationCode, ownerPostId);
		case 'recheck-overdue':
			return paths.recheck(reference, organisationCode);
		case 'wait-not-reviewed':
			return paths.waiting(reference, organisationCode);
		case 'in-progress-without-action':
			return paths.plan(reference, organisationCode);
		case 'no-owner':
			return paths.owner(reference, organisationCode);
	}
}
