import { arrows, type Room } from './arrows.ts';
import { importsOf, type Import } from './imports.ts';
import { resolveOurs } from './resolve.ts';
import { roomOf } from './rooms.ts';
import { isTest, type Source } from './source.ts';

/**
 * Holds every import between files of ours against the table. Tests are left out: they put together
 * what the product keeps apart.
 * @returns one sentence for each import that is not allowed, with where its line should go
 */
export function checkArrows(sources: readonly Source[]): string[] {
	return sources
		.filter(({ path }) => !isTest(path))
		.flatMap((source) => {
			const room = roomOf(source.path);
			if (room === null) return [noRoom(source.path)];
			return importsOf(source).flatMap((each) => checkImport(source.path, room, each) ?? []);
		});
}

function checkImport(from: string, room: Room, found: Import): string | null {
	const to = resolveOurs(from, found.specifier);
	if (to === null) return null;
	const where = `${from}:${found.line} imports ${found.specifier}`;
	if (isTest(to) || to.startsWith('tests/')) return `${where}: nothing that runs may need a test.`;
	const target = roomOf(to);
	if (target === null) return `${where}: it is in no room. ${noRoom(to)}`;

	const { may, typesOf = [], standsAlone = false, instead } = arrows[room];
	if (target === room && !standsAlone) return null;
	if (target === room) return `${where}: files of ${room} do not import each other. ${instead}`;
	if (may.includes(target)) return null;
	if (typesOf.includes(target)) {
		if (found.isType) return null;
		return `${where}: ${room} may take only types from ${target}. Write "import type", or: ${instead}`;
	}
	const allowed = may.length === 0 ? 'nothing of ours' : may.join(', ');
	return `${where}: ${room} may import ${allowed}, not ${target}. ${instead}`;
}

function noRoom(path: string): string {
	return `${path} stands in no room. The rooms are ${Object.keys(arrows).join(', ')}; a new one needs a row in tests/architecture/arrows.ts and a decision record.`;
}
