import type { Action } from './policy.ts';

/** How much an inconsistency of the register misleads whoever reads it. */
export const SEVERITIES = ['high', 'medium', 'low'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** What is looked for, the most misleading first. */
export const QUALITY_CHECKS = {
	/** Reported complete, and nothing that is not withdrawn or in quarantine shows it. */
	'claimed-without-evidence': 'high',
	/** The date of an open assignment, and nobody on record who set it. */
	'date-set-by-nobody': 'high',
	/** Two national bodies, each called the lead of one recommendation. */
	'two-leads': 'high',
	/** Open with a body that has ended. */
	'body-ended': 'high',
	/** Past its date, and not reported in the period that asks for it. */
	'overdue-and-silent': 'medium',
	'post-without-holder': 'medium',
	/** Its day for being looked at again has passed. */
	'recheck-overdue': 'medium',
	/** It waits for another body, and the day for looking again at the wait has passed. */
	'wait-not-reviewed': 'medium',
	'in-progress-without-action': 'low',
	'no-owner': 'low'
} as const satisfies Record<string, Severity>;

export type QualityCheck = keyof typeof QUALITY_CHECKS;
/** The right that mending needs; whoever does not hold it is led to the assignment. */
export const QUALITY_RIGHTS: Readonly<Record<QualityCheck, Action>> = {
	'claimed-without-evidence': 'read-assignment',
	'date-set-by-nobody': 'set-deadline',
	'two-leads': 'read-assignment',
	'body-ended': 'read-assignment',
	'overdue-and-silent': 'comment',
	'post-without-holder': 'read-organisation',
	'recheck-overdue': 'recheck',
	'wait-not-reviewed': 'record-waiting',
	'in-progress-without-action': 'read-assignment',
	'no-owner': 'set-owner'
};
export const QUALITY_CHECK_NAMES = Object.keys(QUALITY_CHECKS) as QualityCheck[];
