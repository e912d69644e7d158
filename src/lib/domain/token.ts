/** What a personal token opens: the read interface for programs, or a calendar of deadlines. */
export const TOKEN_PURPOSES = ['api', 'calendar'] as const;
export type TokenPurpose = (typeof TOKEN_PURPOSES)[number];

/** What a token for programs may read, each on its own. */
export const TOKEN_SCOPES = ['register', 'assignments', 'counts'] as const;
export type TokenScope = (typeof TOKEN_SCOPES)[number];
