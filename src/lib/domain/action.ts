/** A step that an organisation plans towards an assignment: planned, done, or dropped with a reason. */
export const ACTION_STATES = ['planned', 'done', 'dropped'] as const;
export type ActionState = (typeof ACTION_STATES)[number];

export const ACTION_VERBS = ['add', 'change', 'move', 'complete', 'reopen', 'drop'] as const;
export type ActionVerb = (typeof ACTION_VERBS)[number];
