import { TOKEN_SCOPES, type TokenPurpose, type TokenScope } from '#lib/domain/token.ts';
import { formatInstant } from './dates.ts';

export const TOKEN_PURPOSE_WORDS: Readonly<Record<TokenPurpose, string>> = {
	api: 'Programs that read',
	calendar: 'Calendar of deadlines'
};

export const TOKEN_SCOPE_WORDS: Readonly<Record<TokenScope, string>> = {
	register: 'Inspections, recommendations and organisations',
	assignments: 'Assignments that you may see, without what was written on them',
	counts: 'Counts'
};

/** 'Inspections, recommendations and organisations; Counts' */
export function scopesWords(scopes: string): string {
	const held = scopes.split(' ');
	return TOKEN_SCOPES.filter((scope) => held.includes(scope))
		.map((scope) => TOKEN_SCOPE_WORDS[scope])
		.join('; ');
}

export function tokenState(token: {
	isAlive: boolean;
	expiresAt: number | null;
	revokedAt: number | null;
}): string {
	if (token.revokedAt !== null) return `Revoked ${formatInstant(token.revokedAt)}`;
	if (token.expiresAt === null) return 'Works until it is revoked';
	const when = formatInstant(token.expiresAt);
	return token.isAlive ? `Works until ${when}` : `Ended ${when}`;
}
