import type { ExtensionReason } from '#lib/domain/extension.ts';

interface Asked {
	readonly reasonCode: ExtensionReason;
	readonly reason: string;
}

export const ASKED_FOR_TIME: readonly Asked[] = [
	{
		reasonCode: 'procurement',
		reason:
			'The national contract for the equipment is let later than planned. We take delivery six weeks after it.\n\nUntil then we work with what two neighbours lend us.'
	},
	{
		reasonCode: 'resources',
		reason:
			'The post that leads this work was vacant for four months. It is filled now, and the new lead has a plan with dates.'
	},
	{
		reasonCode: 'dependency',
		reason:
			'We need the change to the shared system that our supplier has put back. We use the time to train everybody who will use it.'
	},
	{
		reasonCode: 'operational-demand',
		reason:
			'The team that does this was taken for a large operation over the summer. It is back, and the work goes on where it stopped.'
	}
];

export const ASKED_FOR_TIME_STILL: readonly Asked[] = [
	{
		reasonCode: 'scope',
		reason:
			'The records that have to be looked through are twice as many as we knew. We have looked through half, and can show the pace since then.'
	},
	{
		reasonCode: 'legislation',
		reason:
			'The guidance that we have to write into our procedure is issued later than announced. Our draft follows the version for consultation.'
	}
];

export const EXTENSION_REFUSED = [
	'The reason given is the one for which more time was granted before, and nothing shows that it was used. Report what has been done since.',
	'What is missing does not depend on the supplier. The parts that can be done now should be done by the date that stands.'
];

export const TARGET_MOVED = 'Two of the trainers start a month later than planned.';
