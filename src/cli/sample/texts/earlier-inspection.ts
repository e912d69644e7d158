import { plainDate } from '#lib/domain/plain-date.ts';
import type { InspectionFile } from '#lib/forms/recommendation-row.ts';

// An inspection that never was, so that there is something that a later recommendation takes the place of, and
// claims that two inspectors decide. Every text says that it is invented.

const AGENCIES = ['NCA', 'BSC'];
const HOME_OFFICE = ['HOIE', 'BF'];

export const EARLIER: InspectionFile = {
	inspection: {
		code: 'PRE',
		title: 'An earlier inspection, invented for the sample',
		inspectorate: 'An invented inspectorate',
		publishedOn: plainDate('2024-03-14'),
		url: 'https://inspectorate.example/an-earlier-inspection',
		licence: 'Open Government Licence v3.0'
	},
	provenance: {
		kind: 'working-summary',
		source: 'Invented for the sample register',
		note: 'There is no such inspection and no such recommendation.'
	},
	recommendations: [
		{
			number: 1,
			title: 'Keep one list of points of contact',
			theme: 'Leadership',
			summary:
				'Invented for the sample: keep one list of whom to call, by day and by night, and test it every quarter.',
			allocation: { lead: AGENCIES, contributing: HOME_OFFICE }
		},
		{
			number: 2,
			title: 'Say which agency leads on which case',
			theme: 'Leadership',
			summary:
				'Invented for the sample: agree in writing which agency leads on which kind of case, and publish it.',
			allocation: { lead: AGENCIES, contributing: ['HOIE'] }
		}
	]
};

export const EARLIER_CRITERIA: Readonly<Record<string, readonly string[]>> = {
	'PRE-1': [
		'Sample criterion: the list names a post and a number for every hour of the week.',
		'Sample criterion: calls made in a test were answered by the post that is named.'
	],
	'PRE-2': [
		'Sample criterion: each kind of case has one agency that leads.',
		'Sample criterion: teams that are asked know which agency that is.'
	]
};

export const EARLIER_UPDATE =
	'The list of points of contact is written and has been sent to every team. The first test of it is planned.';
export const EARLIER_CLAIM =
	'The list is in use, is kept by one post, and was tested twice. Both tests are described in the evidence.';
export const EARLIER_CONFIRMED = 'Both tests are described well, and the calls were answered.';
export const EARLIER_RETURNED =
	'The second test left the nights out. Please test them too, and add what came of it.';
export const NOT_AGREED =
	'The log of the second test is not among the evidence. I would like to see it before this is confirmed.';
export const SUPERSEDED =
	'The later report asks for the same, and for more: it is followed up once, there.';
