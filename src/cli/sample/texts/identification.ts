import type { Theme } from './theme.ts';

export const IDENTIFICATION_THEME: Theme = {
	begin: [
		'We mapped the steps that personnel take from first contact to a confirmed identity, and timed them at {a} stations.',
		'A lead for identification has been appointed in custody and one in the control room.',
		'We counted who on the front line has access to which system: {done} of {b} response officers can use mobile fingerprint readers today.',
		'Work began in {month} with a review of {b} records in which identity was corrected later.'
	],
	middle: [
		'{a} more mobile fingerprint readers were issued this month, which brings us to {done} of {b}. Delivery of the rest depends on the national contract.',
		'Access to the Police National Database has been widened to {b} personnel on duty around the clock. {a} still need their security clearance renewed.',
		'The new aide-memoire for first contact is in use at {a} stations. Early feedback: it is short enough to be read.',
		'We have agreed with the custody suites that a photograph and fingerprints are checked before release in every such case, and we sample this weekly.',
		'In {month} we sampled {b} records; {a} lacked a note of which systems had been searched. Supervisors have been told which.',
		'Interpreters by video are now available within {a} minutes at all custody suites, where before it took hours.',
		'Training for response teams on identity documents has reached {done} of {b} officers. The remaining teams are booked.',
		'Connection problems with the handheld devices in rural areas continue. The supplier has offered a second network from next quarter.',
		'We visited a neighbouring force that has already made this change, and have taken over its checklist with small changes.',
		'The data protection impact assessment for wider access has been signed, which removes the last formal obstacle.',
		'Two stations have no line of sight to a live scanner out of hours. A shared arrangement with a neighbouring station is on trial.'
	],
	late: [
		'Every response shift now has at least one officer with access to the systems that identification needs.',
		'A dip sample of {b} records in {month} found the searches noted in all but {a}.',
		'The aide-memoire is part of the control room’s standard questions, so that it no longer depends on memory.'
	],
	claim: [
		'Frontline access is in place on every shift, the aide-memoire is in use across the force, and two dip samples of {b} records in all show that searches are made and noted.',
		'All {a} custody suites check photograph and fingerprints before release. Access has been widened to {b} personnel and is reviewed each quarter.',
		'The process from first contact to confirmed identity is written down, trained and sampled. The last sample of {b} records showed {a} gaps, each followed up.'
	],
	returned: [
		'Night and weekend cover is not addressed. Personnel told us on our visit that the arrangement stops at six in the evening.',
		'The sample shows that searches are made. It does not show that a supervisor looks at those that are not.'
	],
	milestones: [
		'All response shifts equipped',
		'Second dip sample of records',
		'Access review with information security',
		'Training of the last teams',
		'Out-of-hours arrangement agreed'
	],
	evidence: [
		[
			'Dip sample of identification records',
			'Searches are made and noted; what was found and what was done about the gaps.'
		],
		['Aide-memoire for first contact', 'What personnel ask and check, and in which order.'],
		[
			'Access to identification systems by shift',
			'Every shift has personnel with the access that identification needs.'
		],
		[
			'Custody procedure, identity checks',
			'The check before release is part of the written procedure.'
		],
		['Roll-out of mobile readers', 'How many readers are in use, and where.']
	]
};
