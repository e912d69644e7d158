import { FRESHNESS } from '#lib/domain/freshness.ts';
import { CAPACITIES, ORGANISATION_KINDS, REGIONS } from '#lib/domain/organisation.ts';
import { ASSIGNMENT_STATUSES } from '#lib/domain/status.ts';
import { TIMELINESS } from '#lib/domain/timeliness.ts';

/** JSON Schema (2020-12), as far as these answers need it. */
export type Schema = Readonly<Record<string, unknown>>;

const TEXT = { type: 'string' };
const TEXT_OR_NULL = { type: ['string', 'null'] };
const DAY = { type: 'string', format: 'date' };
const DAY_OR_NULL = { type: ['string', 'null'], format: 'date' };
const NUMBER = { type: 'integer', minimum: 0 };

/** The shape of every answer. */
export const API_SCHEMAS = {
	Inspections: object({
		data: list({
			...{ code: TEXT, title: TEXT, inspectorate: TEXT, publishedOn: DAY, url: TEXT },
			licence: TEXT
		})
	}),
	Recommendations: object({
		inspection: TEXT,
		data: list({
			...{ reference: TEXT, number: NUMBER, title: TEXT, theme: TEXT },
			wording: {
				anyOf: [
					{ type: 'null' },
					object({
						kind: oneOf(['official', 'working-summary']),
						...{ text: TEXT, licence: TEXT_OR_NULL }
					})
				]
			}
		})
	}),
	Organisations: object({
		data: list({
			...{ code: TEXT, name: TEXT, kind: oneOf(ORGANISATION_KINDS) },
			region: { enum: [...REGIONS, null] }
		})
	}),
	Assignments: object({
		inspection: TEXT,
		next: TEXT_OR_NULL,
		data: list({
			...{ reference: TEXT, title: TEXT, organisationCode: TEXT, organisationName: TEXT },
			...{ capacity: oneOf(CAPACITIES), status: oneOf(ASSIGNMENT_STATUSES), statusOn: DAY },
			timeliness: { enum: [...TIMELINESS, null] },
			freshness: { enum: [...FRESHNESS, null] },
			...{ originalDueOn: DAY_OR_NULL, currentDueOn: DAY_OR_NULL, deadlineMoves: NUMBER },
			ownerPost: TEXT_OR_NULL
		})
	}),
	Counts: {
		type: 'object',
		additionalProperties: false,
		required: ['inspection', 'by', 'data'],
		properties: {
			inspection: TEXT,
			by: oneOf(['recommendation', 'organisation']),
			data: { type: 'array', items: object({ of: TEXT, ...counted() }) },
			all: object(counted())
		}
	},
	Problem: {
		type: 'object',
		additionalProperties: false,
		required: ['type', 'title', 'status', 'detail', 'code'],
		properties: {
			...{ type: TEXT, title: TEXT, status: NUMBER, detail: TEXT, code: TEXT, parameter: TEXT }
		}
	}
} as const satisfies Readonly<Record<string, Schema>>;

function counted() {
	const numbers = (words: readonly string[]) =>
		object(Object.fromEntries(words.map((word) => [word, NUMBER])));
	return {
		statuses: numbers(ASSIGNMENT_STATUSES),
		timeliness: numbers(TIMELINESS),
		freshness: numbers(FRESHNESS)
	};
}

function list(properties: Readonly<Record<string, Schema>>) {
	return { type: 'array', items: object(properties) };
}

/** Every property is always there, and no other. */
function object(properties: Readonly<Record<string, Schema>>) {
	const required = Object.keys(properties);
	return { type: 'object', additionalProperties: false, required, properties };
}

function oneOf(values: readonly string[]) {
	return { type: 'string', enum: [...values] };
}
