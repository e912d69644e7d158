import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { findDamage } from '#lib/server/db/integrity.ts';
import { findEntryByHash } from '#lib/server/db/queries/audit-entry.ts';
import { plural } from '#lib/wording/counts.ts';
import { checkRegister, type RegisterCheck } from '../check-register.ts';
import type { Command, Io } from '../io.ts';
import { configOf, databaseFile, withRegister } from '../register-folder.ts';

export const check: Command = {
	name: 'check',
	summary: 'Checks database, audit trail, history and files; exit 1 where one is not whole',
	usage: '[--hash <hash>]  also that the trail still holds an entry with this hash, noted before',
	async run(args, io) {
		const { values } = parseArgs({ args: [...args], options: { hash: { type: 'string' } } });
		const file = databaseFile(configOf(io));
		// A damaged database may not even open.
		const damage = existsSync(file) ? findDamage(file) : [];
		if (damage.length > 0) return tell(damage, io);
		return withRegister(io, async (app) => {
			const { problems, entries, head, files, scans } = await checkRegister(app, (step) =>
				io.err(step)
			);
			const all = [...problems];
			if (values.hash !== undefined) {
				const sequence = await findEntryByHash(app.db.read, values.hash.trim().toLowerCase());
				if (sequence === null) all.push(`No entry of the audit trail has the hash ${values.hash}`);
				else io.out(`Entry ${sequence} has the hash that you noted`);
			}
			for (const line of scanLines(scans, app.scanner !== undefined)) io.err(line);
			if (all.length > 0) return tell(all, io);
			io.out(`All is well: ${entries} audit entries, ${files} files. The last hash is ${head}`);
			return 0;
		});
	}
};

function tell(problems: readonly string[], io: Io): number {
	io.err(`${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}:`);
	for (const problem of problems) io.out(problem);
	return 1;
}

/** Worth knowing, but no damage: what the malware scanner found, and what it has still to look at. */
function scanLines(
	{ infected, failed, none }: RegisterCheck['scans'],
	hasScanner: boolean
): string[] {
	const lines = [];
	if (infected > 0) lines.push(`Quarantined by the malware scanner: ${plural(infected, 'file')}`);
	if (hasScanner && failed + none > 0) {
		lines.push(`Not passed by the malware scanner yet: ${plural(failed + none, 'file')}`);
	}
	return lines;
}
