import { Refusal } from '#lib/domain/refusal.ts';

/** 'done', or the code of the Refusal that the work ended in. Anything else that it throws is a bug and passes through. */
export async function outcomeOf(work: Promise<unknown>): Promise<string> {
	try {
		await work;
		return 'done';
	} catch (error) {
		if (error instanceof Refusal) return error.code;
		throw error;
	}
}

/** The Refusal that the work ended in. */
export async function refusalOf(work: Promise<unknown>): Promise<Refusal> {
	try {
		await work;
	} catch (error) {
		if (error instanceof Refusal) return error;
		throw error;
	}
	throw new Error('It was carried out where a refusal was expected');
}

/** The code with which SQLite itself refused the work, such as 'SQLITE_CONSTRAINT_TRIGGER'; 'done' where it did not. */
export async function databaseOutcomeOf(work: Promise<unknown>): Promise<string> {
	try {
		await work;
		return 'done';
	} catch (error) {
		const { code, cause } = error as { code?: string; cause?: { code?: string } };
		const found = code ?? cause?.code;
		if (found?.startsWith('SQLITE_')) return found;
		throw error;
	}
}
