import { packTitle } from '#lib/wording/board-packs.ts';
import { paths } from '#lib/wording/paths.ts';

/** The way to a form about a draft. */
export function trailOfDraft(pack: { key: string; organisationName: string | null }, text: string) {
	return [
		{ text: 'Board packs', href: paths.boardPacks() },
		{ text: packTitle(null, pack.organisationName), href: paths.boardPack(pack.key) },
		{ text }
	];
}
