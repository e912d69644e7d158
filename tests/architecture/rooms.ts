import { arrows, type Room } from './arrows.ts';

/**
 * The room a file stands in.
 * @param path from the top of the project, such as 'src/lib/domain/status.ts'
 * @returns null for a file under src that stands in no room, and for everything outside src
 */
export function roomOf(path: string): Room | null {
	if (path.startsWith('src/routes/')) return 'routes';
	if (path.startsWith('src/cli/')) return 'cli';
	// hooks.server.ts and the declarations beside it.
	if (/^src\/[^/]+$/.test(path)) return 'hooks';
	// app.ts, and what it is put together from that is no room of its own.
	if (/^src\/lib\/server\/[^/]+$/.test(path)) return 'server/app';
	const name = /^src\/lib\/(server\/[^/]+|[^/]+)\/./.exec(path)?.[1];
	return name !== undefined && name in arrows ? (name as Room) : null;
}
