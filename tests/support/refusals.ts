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
