import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';

export default defineConfig({
	plugins: [sveltekit()],
	css: { preprocessorOptions: { scss: { quietDeps: true } } },
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
});
