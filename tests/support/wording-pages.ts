import type { Action } from '#lib/domain/policy.ts';
import type { Staged } from './scene.ts';

/** Official wording as it is loaded and checked. */
export function wordingPages({ wordingKey }: Staged) {
	const pages: readonly (readonly [string, Action])[] = [
		['', 'load-wording'],
		['/new', 'load-wording'],
		['/[key]', 'load-wording'],
		['/[key]/[position]', 'load-wording'],
		['/[key]/accept', 'accept-wording'],
		['/[key]/put-aside', 'load-wording'],
		['/[key]/send-back', 'accept-wording'],
		['/[key]/offer', 'load-wording'],
		['/addressees', 'load-wording'],
		['/addressees/phrase', 'load-wording']
	];
	return pages.map(([path, action]) => ({
		...{ id: `/(app)/wording${path}`, params: { key: wordingKey, position: '1' } },
		needs: { of: 'service' as const, action }
	}));
}
