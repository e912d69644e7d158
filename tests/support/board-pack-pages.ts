import type { Page } from './pages.ts';
import type { Staged } from './scene.ts';

/** Board packs: the draft of Kent is there for nobody but who may prepare it. */
export function packPages({ packKey: key, organisation }: Staged, params: Page['params']): Page[] {
	const id = '/(app)/board-packs';
	const national = { of: 'service', action: 'prepare-national-pack' } as const;
	const own = { of: 'assignment', action: 'prepare-own-pack' } as const;
	return [
		{ id, params: {}, needs: null },
		{ id: `${id}/new`, params: {}, needs: national },
		{ id: `${id}/new`, params: {}, search: `?organisation=${organisation}`, needs: own },
		...['', '/change', '/drop', '/issue', '/comments/[ref]/[org]'].map((path) => ({
			id: `${id}/[key]${path}`,
			params: { ...params, key },
			needs: { ...own, isHidden: true as const }
		}))
	];
}
