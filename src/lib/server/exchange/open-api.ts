import { PROGRAM_FILTERS } from '#lib/forms/program-query.ts';
import { FILTER_VALUES } from '#lib/domain/assignment-filter.ts';
import type { TokenScope } from '#lib/domain/token.ts';
import { API_SCHEMAS } from './open-api-schemas.ts';

interface Address {
	readonly path: string;
	readonly summary: string;
	readonly scope: TokenScope;
	readonly schema: keyof typeof API_SCHEMAS;
	readonly parameters: readonly Readonly<Record<string, unknown>>[];
}

const inspection = query('inspection', 'Code of an inspection; the latest where it is left out', {
	type: 'string'
});

/** Every address for programs. */
const ADDRESSES: readonly Address[] = [
	{
		...{ path: '/inspections', summary: 'Inspections, latest first', scope: 'register' },
		...{ schema: 'Inspections', parameters: [] }
	},
	{
		path: '/recommendations',
		summary: 'The recommendations of an inspection with what each says',
		...{ scope: 'register', schema: 'Recommendations', parameters: [inspection] }
	},
	{
		...{ path: '/organisations', summary: 'Every organisation, by name', scope: 'register' },
		...{ schema: 'Organisations', parameters: [] }
	},
	{
		path: '/assignments',
		summary: 'Assignments that the holder of the token may see, by recommendation and organisation',
		...{ scope: 'assignments', schema: 'Assignments' },
		parameters: [
			inspection,
			query('limit', 'At most so many, and never more than 200', { type: 'integer', minimum: 1 }),
			query('cursor', 'What "next" of the answer before says', { type: 'string' }),
			...PROGRAM_FILTERS.map(filterParameter)
		]
	},
	{
		path: '/counts',
		summary: 'Counts: national by recommendation, or by each organisation that may be seen',
		...{ scope: 'counts', schema: 'Counts' },
		parameters: [
			inspection,
			query('by', 'What is counted by; recommendation where it is left out', {
				type: 'string',
				enum: ['recommendation', 'organisation']
			})
		]
	}
];

/** What programs can ask for, as OpenAPI 3.1 describes it. */
export function openApiDescription(origin: string) {
	return {
		openapi: '3.1.0',
		info: {
			title: 'Recommendations tracker',
			version: '1',
			description:
				'Reads the register as the holder of a personal token may see it. Nothing is changed by it.'
		},
		servers: [{ url: `${origin}/api/v1` }],
		security: [{ token: [] }],
		paths: Object.fromEntries(
			ADDRESSES.map((address) => [address.path, { get: operation(address) }])
		),
		components: {
			securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
			schemas: API_SCHEMAS
		}
	};
}

function operation({ path, summary, scope, schema, parameters }: Address) {
	const problem = (description: string) => ({
		description,
		content: { 'application/problem+json': { schema: ref('Problem') } }
	});
	return {
		...{ operationId: path.slice(1), summary, parameters },
		description: `Needs the scope "${scope}".`,
		responses: {
			200: {
				description: 'The answer, with an ETag',
				content: { 'application/json': { schema: ref(schema) } }
			},
			304: { description: 'It is as If-None-Match says' },
			400: problem('A parameter is unknown or has a value that it cannot have'),
			401: problem('There is no token, or it does not work'),
			403: problem('The token does not have the scope'),
			404: problem('There is no such inspection'),
			429: problem('Too much at a time: Retry-After says when to ask again')
		}
	};
}

function filterParameter(name: string) {
	const values = (FILTER_VALUES as Readonly<Record<string, readonly string[]>>)[name];
	const items = values ? { type: 'string', enum: [...values] } : { type: 'string' };
	return {
		...query(name, 'Narrows as on the page; several values are alternatives', {
			type: 'array',
			items
		}),
		...{ explode: true, style: 'form' }
	};
}

function query(name: string, description: string, schema: Readonly<Record<string, unknown>>) {
	return { name, in: 'query', required: false, description, schema };
}

function ref(name: string) {
	return { $ref: `#/components/schemas/${name}` };
}
