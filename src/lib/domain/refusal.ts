export type RefusalFacts = Readonly<Record<string, unknown>>;

/**
 * An expected "no": a broken rule, shown to the person and tested by its code. Thrown, so that the
 * transaction it is thrown in unwinds. Anything else that is thrown is a bug.
 */
export class Refusal extends Error {
	readonly code: string;
	/** The form field it concerns, where there is one. */
	readonly field: string | undefined;
	readonly facts: RefusalFacts;

	constructor(code: string, options: { field?: string; facts?: RefusalFacts } = {}) {
		super(code);
		this.name = 'Refusal';
		this.code = code;
		this.field = options.field;
		this.facts = options.facts ?? {};
	}
}

/** Also used where the actor may not know that the thing exists: "not yours" and "not there" are one answer. */
export function notFound(what: string): Refusal {
	return new Refusal('not-found', { facts: { what } });
}

export function notAllowed(action: string): Refusal {
	return new Refusal('not-allowed', { facts: { action } });
}
