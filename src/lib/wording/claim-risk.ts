import type { RiskLevel, RiskReason } from '#lib/domain/claim-risk.ts';
import { CONFIDENCE_LOOK } from './confidence.ts';
import { plural } from './counts.ts';
import type { Look } from './look.ts';

export const RISK_LOOK: Record<RiskLevel, Look> = {
	low: {
		word: 'Low risk',
		shape: 'circle-empty',
		tone: 'grey',
		meaning: 'Nothing on record speaks against the claim.'
	},
	raised: {
		word: 'Raised risk',
		shape: 'circle-half',
		tone: 'yellow',
		meaning: 'Something on record asks for a closer look.'
	},
	high: {
		word: 'High risk',
		shape: 'warning',
		tone: 'orange',
		meaning: 'Several things on record ask for a closer look.'
	}
};

/** 'Claimed 12 days after the original deadline' */
export function riskReasonText(reason: RiskReason): string {
	switch (reason.code) {
		case 'returned-before':
			return `Returned ${timesText(reason.times)} before`;
		case 'claimed-late':
			return `Claimed ${plural(reason.days, 'day')} after the original deadline`;
		case 'moved-often':
			return `Deadline moved ${timesText(reason.times)}`;
		case 'low-confidence':
			return `The last update said: ${CONFIDENCE_LOOK[reason.confidence].word.toLowerCase()}`;
		case 'waits-for-another':
			return 'Recorded as waiting for another body';
		case 'nothing-opens':
			return 'No evidence that can be opened';
	}
}

/** How the levels come about, for whoever wonders. */
export const RISK_METHOD =
	'Worked out from the record, never typed: two points for a claim that was returned before, and one each for a claim after the original deadline, a deadline moved more than once, a last update that called delivery in doubt or unachievable, a wait for another body, and evidence of which none can be opened. One or two points are raised, three or more high. It says where to look first and measures nothing.';

function timesText(times: number): string {
	return times === 1 ? 'once' : times === 2 ? 'twice' : `${times} times`;
}
