/** What a personal token opens: the read interface for programs, or a calendar of deadlines. */
export const TOKEN_PURPOSES = ['api', 'calendar'] as const;
export type TokenPurpose = (typeof TOKEN_PURPOSES)[number];

/** What a token for programs may read, each on its own. */
export const TOKEN_SCOPES = ['register', 'assignments', 'counts'] as const;
export type TokenScope = (typeof TOKEN_SCOPES)[number];

/** How long a token for programs lasts, in days: a year at most. */
export const TOKEN_DAYS = [30, 90, 180, 365] as const;

/** The most tokens that one person has at a time. */
export const TOKENS_MAX = 20;

export const TOKEN_NAME_MAX = 100;

const DAY = 24 * 60 * 60_000;
const HOUR = 60 * 60_000;

/** Null for a calendar, which lasts until it is revoked. */
export function tokenExpiry(purpose: TokenPurpose, days: number, at: number): number | null {
	return purpose === 'calendar' ? null : at + Math.min(days, 365) * DAY;
}

export interface TokenState {
	readonly expiresAt: number | null;
	readonly revokedAt: number | null;
}

export function isTokenAlive({ expiresAt, revokedAt }: TokenState, at: number): boolean {
	return revokedAt === null && (expiresAt === null || expiresAt > at);
}

/** Use is kept to the hour: enough to see that a token is in use, too little to follow anybody. */
export function usedHour(at: number): number {
	return at - (at % HOUR);
}
