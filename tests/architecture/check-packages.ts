import type { Room } from './arrows.ts';
import { importsOf } from './imports.ts';
import { roomOf } from './rooms.ts';
import { isTest, type Source } from './source.ts';

interface Limit {
	readonly of: RegExp;
	readonly only: readonly Room[];
	readonly why: string;
}

const framework: readonly Room[] = ['routes', 'hooks'];
const withQueries: readonly Room[] = [
	'server/db',
	'server/reads',
	'server/services',
	'server/audit',
	'server/auth',
	'server/jobs',
	'server/exchange',
	'server/files',
	'server/mail'
];
const serverSide: readonly Room[] = [...withQueries, 'server/documents', 'server/app', 'cli'];

/** The first that matches an import decides. */
const limits: readonly Limit[] = [
	{
		of: /^\$app\/(forms|paths|state)$/,
		only: [...framework, 'components'],
		why: 'the rest of the code has to run without the framework'
	},
	{
		of: /^(@sveltejs\/kit|\$app|\$env)(\/|$)|^\$service-worker$/,
		only: framework,
		why: 'the rest of the code has to run without the framework'
	},
	{
		of: /^better-sqlite3$|^drizzle-orm\/(sqlite-core|better-sqlite3)(\/|$)/,
		only: ['server/db'],
		why: 'what only SQLite knows stays in one place, so that another database can stand behind it'
	},
	{
		of: /^drizzle-(orm|kit)(\/|$)/,
		only: withQueries,
		why: 'who needs an answer from the register calls a read, and who changes it a service'
	},
	{
		of: /^node:/,
		only: [...serverSide, ...framework],
		why: 'a browser runs this room too, and has no such module'
	}
];

/** @returns one sentence for each import of a package where it does not belong */
export function checkPackages(sources: readonly Source[]): string[] {
	return sources
		.filter(({ path }) => !isTest(path))
		.flatMap((source) =>
			importsOf(source).flatMap(({ specifier, line }) => {
				const problem = problemWith(specifier, roomOf(source.path));
				return problem ? [`${source.path}:${line} imports ${specifier}: ${problem}`] : [];
			})
		);
}

function problemWith(specifier: string, room: Room | null): string | null {
	if (/^\$lib(\/|$)/.test(specifier))
		return 'write #lib/… with the extension, which plain Node knows.';
	if (/^(#lib|\.)/.test(specifier) && !/\.[a-z]+(\?.*)?$|\/\$types$/.test(specifier)) {
		return 'write the extension, without which plain Node does not find the file.';
	}
	const limit = limits.find(({ of }) => of.test(specifier));
	if (!limit || room === null || limit.only.includes(room)) return null;
	return `only ${limit.only.join(', ')} may, because ${limit.why}.`;
}
