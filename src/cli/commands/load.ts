import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { readInspectionFile } from '#lib/server/exchange/inspection-file.ts';
import { readOrganisationsFile } from '#lib/server/exchange/organisations-file.ts';
import { listAddressees } from '#lib/server/db/queries/organisation.ts';
import { loadInspection } from '#lib/server/services/inspections.ts';
import { loadOrganisations } from '#lib/server/services/organisations.ts';
import { contentOf } from '../content-of.ts';
import { Stop, type Command } from '../io.ts';
import { withRegister } from '../register-folder.ts';

export const load: Command = {
	name: 'load',
	summary: 'Adds organisations, or an inspection with working summaries, from a file',
	usage: '--organisations <file.csv> | --inspection <file.json>',
	run(args, io) {
		const { values } = parseArgs({
			args: [...args],
			options: { organisations: { type: 'string' }, inspection: { type: 'string' } }
		});
		const { organisations, inspection } = values;
		if ((organisations === undefined) === (inspection === undefined)) {
			throw new Stop('Give --organisations or --inspection with a file.', 2);
		}
		return withRegister(io, async (app) => {
			if (organisations !== undefined) {
				const rows = contentOf(readOrganisationsFile(basename(organisations), read(organisations)));
				await loadOrganisations(app, null, rows);
				io.out(`${rows.length} organisations were added`);
			}
			if (inspection !== undefined) {
				const bodies = await listAddressees(app.db.read);
				const file = contentOf(readInspectionFile(basename(inspection), read(inspection), bodies));
				const assignments = await loadInspection(app, null, file);
				io.out(`${file.inspection.code} was added, with ${assignments} assignments`);
			}
			return 0;
		});
	}
};

function read(path: string): Uint8Array {
	try {
		return readFileSync(path);
	} catch {
		throw new Stop(`${path} cannot be read.`);
	}
}
