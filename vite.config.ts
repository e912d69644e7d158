import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { sveltekit } from '@sveltejs/kit/vite';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

/**
 * SvelteKit hashes every page it draws for an ETag, which took a fifth of a long list's time. Ours are
 * private and never stored, so that nobody can ever send one back.
 */
function withoutPageTags(): Plugin {
	const tag = 'headers.set(\'etag\', `"${hash(transformed)}"`);';
	return {
		name: 'without-page-tags',
		apply: 'build',
		transform(code, id) {
			if (!id.endsWith('/kit/src/runtime/server/page/render.js')) return undefined;
			if (!code.includes(tag)) throw new Error('SvelteKit sets its ETag in another way now');
			return code.replace(tag, '');
		}
	};
}

/**
 * SvelteKit writes down the data of every page for its script, which took as long as drawing a list, also
 * where the page has no script and the writing is thrown away. Its layouts' data is needed for an error page.
 */
function withoutUnreadData(): Plugin {
	const write = /if \(node\) \{\s*data_serializer\.add_node\(i, server_data\);/;
	return {
		name: 'without-unread-data',
		apply: 'build',
		transform(code, id) {
			if (!id.endsWith('/kit/src/runtime/server/page/index.js')) return undefined;
			if (!write.test(code)) throw new Error('SvelteKit writes down page data in another way now');
			return code.replace(
				write,
				'if (node && (csr || node !== leaf_node)) { data_serializer.add_node(i, server_data);'
			);
		}
	};
}

/** The same for the server's build and the browser's, which follows it in one process. */
const ISLANDS_BUILD = (process.env['ISLANDS_BUILD'] ??= Date.now().toString(36));

/**
 * Builds each file of src/lib/islands as a module of its own, under a name that the server knows before the
 * browser's build is made: a page without SvelteKit's script asks for it by that (Island.svelte).
 */
function islands(): Plugin {
	const folder = join(import.meta.dirname, 'src/lib/islands');
	let isBrowsers = false;
	return {
		name: 'islands',
		config: () => ({ define: { __ISLANDS__: JSON.stringify(ISLANDS_BUILD) } }),
		configResolved: ({ command, build }) => {
			isBrowsers = command === 'build' && !build.ssr;
		},
		buildStart() {
			if (!isBrowsers) return;
			for (const file of readdirSync(folder)) {
				const name = /^([a-z-]+)\.ts$/.exec(file)?.[1];
				if (name === undefined) continue;
				const fileName = `_app/immutable/islands/${name}.${ISLANDS_BUILD}.js`;
				this.emitFile({ type: 'chunk', id: join(folder, file), fileName });
			}
		}
	};
}

export default defineConfig(({ command }) => ({
	// As a package of its own it loads four hundred modules for all databases: 130 MB of memory.
	ssr: { noExternal: command === 'build' ? ['drizzle-orm'] : [] },
	plugins: [sveltekit(), withoutPageTags(), withoutUnreadData(), islands()],
	// The Ministry of Justice library finds GOV.UK Frontend by a path that starts at the project root.
	css: {
		preprocessorOptions: { scss: { quietDeps: true, loadPaths: [import.meta.dirname] } },
		// GOV.UK Frontend still carries a media query for Internet Explorer that the minifier cannot read.
		lightningcss: { errorRecovery: true }
	},
	test: {
		include: [
			'src/**/*.test.ts',
			'tests/architecture/**/*.test.ts',
			'tests/integration/**/*.test.ts'
		],
		environment: 'node',
		pool: 'forks',
		testTimeout: 20_000
	}
}));
