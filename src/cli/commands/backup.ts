import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { DATABASE_FILE, openApp, type App } from '#lib/server/app.ts';
import { settleIntoOneFile } from '#lib/server/db/plain-file.ts';
import { checkRegister } from '../check-register.ts';
import { Stop, type Command, type Io } from '../io.ts';
import { onlyArgument } from '../only-argument.ts';
import { withRegister } from '../register-folder.ts';

export const backup: Command = {
	name: 'backup',
	summary: 'Copies the register to a folder while people work, and checks the copy',
	usage: '<folder>  which is not there yet, or is empty',
	run(args, io) {
		const target = resolve(onlyArgument(args, 'the folder to copy to'));
		if (existsSync(target) && readdirSync(target).length > 0) {
			throw new Stop(`${target} is not empty. Nothing was copied.`);
		}
		return withRegister(io, async (app) => {
			const aside = join(dirname(target), `.${basename(target)}-${process.pid}`);
			mkdirSync(aside, { recursive: true, mode: 0o700 });
			try {
				await copyRegister(app, aside, io);
				await checkCopy(app, aside, io);
				rmSync(target, { recursive: true, force: true });
				renameSync(aside, target);
			} finally {
				rmSync(aside, { recursive: true, force: true });
			}
			io.err(`The copy is in ${target}`);
			return 0;
		});
	}
};

/** The database first: every file that it speaks of is stored before its row is, and none is taken away. */
async function copyRegister({ db, config }: App, aside: string, io: Io): Promise<void> {
	io.err('The database …');
	await db.backUp(join(aside, DATABASE_FILE));
	io.err('The files of evidence …');
	const files = join(config.dataDir, 'files');
	cpSync(files, join(aside, 'files'), {
		recursive: true,
		preserveTimestamps: true,
		filter: (path) => path !== join(files, 'incoming')
	});
}

async function checkCopy({ config, clock }: App, aside: string, io: Io): Promise<void> {
	io.err('Checking the copy …');
	const copy = openApp({ ...config, dataDir: aside }, clock);
	try {
		const { problems, entries, files, head } = await checkRegister(copy);
		if (problems.length > 0) {
			throw new Stop(`The copy is not whole, and was not kept:\n${problems.join('\n')}`);
		}
		io.out(`${entries} audit entries, ${files} files. The last hash is ${head}`);
	} finally {
		copy.close();
	}
	settleIntoOneFile(join(aside, DATABASE_FILE));
}
