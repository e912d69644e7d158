import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';

export default defineConfig(({ command }) => ({
	// As a package of its own it loads four hundred modules for all databases: 130 MB of memory.
	ssr: { noExternal: command === 'build' ? ['drizzle-orm'] : [] },
	plugins: [sveltekit()],
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
