import type { Predicate } from './facts.ts';

export const CONVERSATION_SENTENCES: Readonly<Record<string, Predicate>> = {
	'comment.add': (facts) => `commented on ${facts.about()}`,
	// Told to the inspectorate alone (see server/db/queries/audit-visibility.ts).
	'note.keep': (facts) => `kept a note of the inspectorate on ${facts.about()}`
};
