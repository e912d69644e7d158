interface Schema {
	readonly $ref?: string;
	readonly type?: string | readonly string[];
	readonly enum?: readonly unknown[];
	readonly anyOf?: readonly Schema[];
	readonly minimum?: number;
	readonly format?: string;
	readonly required?: readonly string[];
	readonly properties?: Readonly<Record<string, Schema>>;
	readonly additionalProperties?: boolean;
	readonly items?: Schema;
}

/** Where a value is not as its schema says, each with its path; the keywords that our description uses. */
export function schemaProblems(value: unknown, schema: Schema, all: Schema, path = ''): string[] {
	if (schema.$ref !== undefined) {
		const found = schema.$ref
			.slice(2)
			.split('/')
			.reduce<unknown>((at, name) => (at as Record<string, unknown>)[name], all);
		return schemaProblems(value, found as Schema, all, path);
	}
	if (schema.anyOf) {
		const tries = schema.anyOf.map((one) => schemaProblems(value, one, all, path));
		return tries.some((problems) => problems.length === 0) ? [] : tries.flat();
	}
	if (schema.enum && !schema.enum.includes(value)) return [`${path} is ${JSON.stringify(value)}`];
	const types = [schema.type ?? []].flat();
	if (types.length > 0 && !types.includes(typeOf(value))) return [`${path} is ${typeOf(value)}`];
	if (schema.minimum !== undefined && Number(value) < schema.minimum) return [`${path} is small`];
	if (schema.format === 'date' && value !== null && !/^\d{4}-\d\d-\d\d$/.test(String(value))) {
		return [`${path} is no date`];
	}
	if (Array.isArray(value)) {
		return value.flatMap((item, index) =>
			schema.items ? schemaProblems(item, schema.items, all, `${path}/${index}`) : []
		);
	}
	if (typeof value !== 'object' || value === null) return [];
	const own = value as Readonly<Record<string, unknown>>;
	const { properties = {}, required = [], additionalProperties } = schema;
	return [
		...required.filter((name) => !(name in own)).map((name) => `${path}/${name} is missing`),
		...Object.entries(own).flatMap(([name, item]) => {
			const known = properties[name];
			if (known) return schemaProblems(item, known, all, `${path}/${name}`);
			return additionalProperties === false ? [`${path}/${name} is not described`] : [];
		})
	];
}

function typeOf(value: unknown): string {
	if (value === null) return 'null';
	if (Array.isArray(value)) return 'array';
	return Number.isInteger(value) ? 'integer' : typeof value;
}
