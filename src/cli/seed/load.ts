import { readFileSync } from 'node:fs';
import { readInspectionFile } from '#lib/server/exchange/inspection-file.ts';
import { readOrganisationsFile } from '#lib/server/exchange/organisations-file.ts';
import type { Context } from '#lib/server/db/context.ts';
import { loadInspection } from '#lib/server/services/inspections.ts';
import { loadOrganisations } from '#lib/server/services/organisations.ts';
import type { InspectionFile } from '#lib/forms/recommendation-row.ts';
import type { OrganisationRow } from '#lib/forms/organisation-row.ts';
import { contentOf } from '../content-of.ts';

export interface Seed {
	readonly organisations: readonly OrganisationRow[];
	readonly inspection: InspectionFile;
}

/**
 * What every register begins with, read the way anybody's files are.
 * @param folder where organisations.csv and recommendations.json are
 * @throws Stop with every problem in them
 */
export function readSeed(folder = import.meta.dirname): Seed {
	const organisations = contentOf(
		readOrganisationsFile('organisations.csv', bytesOf(folder, 'organisations.csv'))
	);
	const inspection = contentOf(
		readInspectionFile(
			'recommendations.json',
			bytesOf(folder, 'recommendations.json'),
			organisations
		)
	);
	return { organisations, inspection };
}

/** @returns how many assignments were made */
export async function loadSeed(app: Context, seed: Seed): Promise<number> {
	await loadOrganisations(app, null, seed.organisations);
	return loadInspection(app, null, seed.inspection);
}

function bytesOf(folder: string, file: string): Uint8Array {
	return readFileSync(`${folder}/${file}`);
}
