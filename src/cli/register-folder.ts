import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DATABASE_FILE, openApp, type App } from '#lib/server/app.ts';
import { readConfig, type Config } from '#lib/server/config.ts';
import { countRegister, readSample, type SampleFacts } from '#lib/server/db/queries/register.ts';
import { Stop, type Io } from './io.ts';

/** What stands in DATA_DIR. 'empty' is a database that nobody has put anything into. */
export type RegisterState =
	| { readonly kind: 'none' | 'empty' }
	| { readonly kind: 'real'; readonly administrators: number }
	| ({ readonly kind: 'sample' } & SampleFacts);

export function configOf(io: Io): Config {
	try {
		return readConfig(io.env);
	} catch (thrown) {
		throw new Stop(thrown instanceof Error ? thrown.message : String(thrown), 2);
	}
}

export function databaseFile(config: Config): string {
	return join(config.dataDir, DATABASE_FILE);
}

/** Looks without making anything. */
export async function readRegisterState(config: Config, io: Io): Promise<RegisterState> {
	if (!existsSync(databaseFile(config))) return { kind: 'none' };
	return withApp(config, io, async ({ db }) => {
		const { organisations, people, administrators } = await countRegister(db.read);
		const sample = await readSample(db.read);
		if (sample) return { kind: 'sample', ...sample };
		if (organisations + people === 0) return { kind: 'empty' };
		return { kind: 'real', administrators };
	});
}

/** Works on the register that there is. */
export async function withRegister<T>(io: Io, work: (app: App) => Promise<T>): Promise<T> {
	const config = configOf(io);
	const { kind } = await readRegisterState(config, io);
	if (kind === 'none' || kind === 'empty') throw new Stop(noRegister(config));
	return withApp(config, io, work);
}

export function noRegister({ dataDir }: Config): string {
	return `There is no register in ${dataDir} yet. Make one:\n\n  npm run tracker -- init`;
}

async function withApp<T>(config: Config, io: Io, work: (app: App) => Promise<T>): Promise<T> {
	const app = openApp(config, io.clock);
	try {
		return await work(app);
	} finally {
		app.close();
	}
}
