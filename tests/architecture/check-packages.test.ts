import { expect, test } from 'vitest';
import { checkPackages } from './check-packages.ts';

const check = (path: string, specifier: string) =>
	checkPackages([
		{ path, text: pathIsSvelte(path) ? inScript(specifier) : `import '${specifier}';` }
	]);
const pathIsSvelte = (path: string) => path.endsWith('.svelte');
const inScript = (specifier: string) => `<script lang="ts">import '${specifier}';</script>`;

test.each([
	['src/lib/domain/a.ts', '@sveltejs/kit'],
	['src/lib/server/services/a.ts', '@sveltejs/kit'],
	['src/lib/server/app.ts', '$env/dynamic/private'],
	['src/lib/ui/Tag.svelte', '$app/state'],
	['src/lib/components/Card.svelte', '$app/navigation'],
	['src/cli/tracker.ts', '$app/paths'],
	['src/lib/server/reads/a.ts', 'better-sqlite3'],
	['src/lib/server/services/a.ts', 'drizzle-orm/sqlite-core'],
	['src/lib/server/jobs/a.ts', 'drizzle-orm/better-sqlite3'],
	['src/routes/+page.server.ts', 'drizzle-orm'],
	['src/lib/domain/a.ts', 'drizzle-orm'],
	['src/cli/tracker.ts', 'drizzle-orm'],
	['src/lib/wording/a.ts', 'node:fs'],
	['src/lib/components/Card.svelte', 'node:path'],
	['src/routes/+page.svelte', '$lib/wording/labels.ts'],
	['src/lib/wording/a.ts', '#lib/domain/status'],
	['src/lib/wording/a.ts', './dates']
])('%s may not import %s', (path, specifier) => {
	expect(check(path, specifier)).toHaveLength(1);
});

test.each([
	['src/routes/+page.server.ts', '@sveltejs/kit'],
	['src/routes/+page.svelte', '$app/navigation'],
	['src/hooks.server.ts', '$env/dynamic/private'],
	['src/lib/components/Card.svelte', '$app/forms'],
	['src/lib/components/Card.svelte', '$app/state'],
	['src/lib/server/db/open.ts', 'better-sqlite3'],
	['src/lib/server/db/schema/a.ts', 'drizzle-orm/sqlite-core'],
	['src/lib/server/reads/a.ts', 'drizzle-orm'],
	['src/lib/server/files/a.ts', 'node:fs'],
	['src/cli/tracker.ts', 'node:path'],
	['src/lib/domain/a.ts', './status.ts'],
	['src/routes/+page.server.ts', './$types'],
	['src/lib/domain/a.test.ts', 'node:fs']
])('%s may import %s', (path, specifier) => {
	expect(check(path, specifier)).toEqual([]);
});

test('the message says who may and why', () => {
	expect(check('src/lib/server/reads/a.ts', 'better-sqlite3')).toEqual([
		'src/lib/server/reads/a.ts:1 imports better-sqlite3: only server/db may, because what only SQLite ' +
			'knows stays in one place, so that another database can stand behind it.'
	]);
});
