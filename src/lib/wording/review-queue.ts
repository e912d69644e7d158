import type { QueueStage } from '#lib/domain/review-queue.ts';

export const STAGE_WORDS: Record<QueueStage, string> = {
	'to-review': 'To be reviewed',
	'to-countersign': 'Waits for a second inspector'
};

export const QUEUE_FILTER_TITLES = {
	days: 'Waiting for',
	risk: 'Risk',
	organisation: 'Organisation',
	recommendation: 'Recommendation',
	reviewer: 'Reviewer',
	stage: 'Stage'
} as const;

/** 'At least 30 days' */
export function ageText(days: number): string {
	return `At least ${days} ${days === 1 ? 'day' : 'days'}`;
}

export const NOBODY_YET = 'Nobody yet';
