import { parsePlainDate, plainDate } from '#lib/domain/plain-date.ts';
import { CODE_SHAPE } from '#lib/domain/reference.ts';
import * as v from 'valibot';
import { line, narrative, webAddress } from './fields.ts';

// An inspection with its recommendations, as a file brings it. `theme` groups recommendations on a page.

const addressees = v.array(
	v.pipe(
		v.string('Name an organisation by its code'),
		v.regex(
			/^([A-Z][A-Z0-9]{1,11}|[a-z]+(-[a-z]+)*:\*)$/,
			'Name an organisation by its code, like KENT, or a whole kind, like police-force:*'
		)
	),
	'Give a list of organisations, which may be empty'
);

const recommendation = v.strictObject(
	{
		number: v.pipe(
			v.number('Give the number of the recommendation'),
			v.integer('The number must be whole'),
			v.minValue(1, 'The number must be 1 or more'),
			v.maxValue(999, 'The number must be 999 or less')
		),
		title: line('a short title'),
		theme: line('the theme'),
		summary: narrative('what it says'),
		allocation: v.strictObject(
			{ lead: addressees, contributing: addressees },
			missing('both “lead” and “contributing”')
		)
	},
	missing('number, title, theme, summary and allocation')
);

export const inspectionFile = v.strictObject(
	{
		inspection: v.strictObject(
			{
				code: v.pipe(line('a code'), v.regex(CODE_SHAPE, 'The code must be like OIC')),
				title: line('the title of the report'),
				inspectorate: line('the inspectorate'),
				publishedOn: v.pipe(
					v.string('Give the day it was published'),
					v.check(
						(text) => parsePlainDate(text) !== null,
						'The day must be a real day, like 2025-05-16'
					),
					v.transform(plainDate)
				),
				url: webAddress('the address of the report'),
				licence: line('the licence')
			},
			missing('code, title, inspectorate, publishedOn, url and licence')
		),
		provenance: v.strictObject(
			{
				kind: v.literal(
					'working-summary',
					'Only a working summary can be loaded this way: official wording needs two people'
				),
				source: narrative('where the text comes from'),
				note: narrative('what a reader must know about the text')
			},
			missing('kind, source and note')
		),
		recommendations: v.pipe(
			v.array(recommendation, 'Give a list of recommendations'),
			v.minLength(1, 'Give at least one recommendation')
		)
	},
	missing('inspection, provenance and recommendations')
);

export type InspectionFile = v.InferOutput<typeof inspectionFile>;

/** For an object that is not there, or that has too little or too much. */
function missing(names: string) {
	return ({
		expected,
		received
	}: {
		readonly expected: string | null;
		readonly received: string;
	}) => (expected === 'never' ? `There is no field ${received}: give ${names}` : `Give ${names}`);
}
