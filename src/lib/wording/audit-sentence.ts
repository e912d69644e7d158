import type { Particulars } from '#lib/domain/audit-entry.ts';
import { ACTION_SENTENCES } from './audit/actions.ts';
import { ADMINISTRATION_SENTENCES } from './audit/administration.ts';
import { AFTER_CLOSURE_SENTENCES } from './audit/after-closure.ts';
import { ASSIGNMENT_SENTENCES } from './audit/assignments.ts';
import { PACK_SENTENCES } from './audit/board-packs.ts';
import { CONVERSATION_SENTENCES } from './audit/conversation.ts';
import { CRITERIA_SENTENCES } from './audit/criteria.ts';
import { DEADLINE_SENTENCES } from './audit/deadlines.ts';
import { EVIDENCE_SENTENCES } from './audit/evidence.ts';
import { EXEMPTION_SENTENCES } from './audit/exemptions.ts';
import { readFacts, type Predicate } from './audit/facts.ts';
import { PART_SENTENCES } from './audit/parts.ts';
import { PEOPLE_SENTENCES } from './audit/people.ts';
import { REGISTER_SENTENCES } from './audit/register.ts';
import { SAMPLE_SENTENCES } from './audit/samples.ts';
import { REPORTING_SENTENCES } from './audit/reporting.ts';
import { TOKEN_SENTENCES } from './audit/tokens.ts';
import { WAITING_SENTENCES } from './audit/waiting.ts';
import { WORDING_LOAD_SENTENCES } from './audit/wording-loads.ts';
import { WORKBOOK_SENTENCES } from './audit/workbooks.ts';
import { plainLine } from './plain-line.ts';

export interface AuditFacts {
	readonly action: string;
	/** Empty where nobody is known, as for a refused sign-in. */
	readonly actorName: string;
	readonly particulars: Particulars;
}

/**
 * One sentence for one reader, on one line: who did what to which. Reasons and statements are not in it:
 * they stand in the particulars. What people typed is text and stays text.
 */
export function auditSentence({ action, actorName, particulars }: AuditFacts): string {
	const facts = readFacts(particulars);
	const predicate =
		PREDICATES.get(action)?.(facts) ??
		`did “${plainLine(action)}”${facts.suffix(' to', 'reference')}`;
	return `${plainLine(actorName) || 'Somebody'} ${predicate}.`;
}

export function hasAuditSentence(action: string): boolean {
	return PREDICATES.has(action);
}

const PREDICATES = new Map<string, Predicate>(
	[
		ACTION_SENTENCES,
		ADMINISTRATION_SENTENCES,
		AFTER_CLOSURE_SENTENCES,
		ASSIGNMENT_SENTENCES,
		CONVERSATION_SENTENCES,
		CRITERIA_SENTENCES,
		DEADLINE_SENTENCES,
		EVIDENCE_SENTENCES,
		EXEMPTION_SENTENCES,
		PACK_SENTENCES,
		PART_SENTENCES,
		PEOPLE_SENTENCES,
		REGISTER_SENTENCES,
		SAMPLE_SENTENCES,
		REPORTING_SENTENCES,
		TOKEN_SENTENCES,
		WAITING_SENTENCES,
		WORDING_LOAD_SENTENCES,
		WORKBOOK_SENTENCES
	].flatMap((table) => Object.entries(table))
);
