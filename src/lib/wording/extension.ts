import type { ExtensionAnswer, ExtensionReason, ExtensionState } from '#lib/domain/extension.ts';
import type { PlainDate } from '#lib/domain/plain-date.ts';
import { formatDay } from './dates.ts';

export const ASK_EXTENSION = 'Ask for more time';

/** The page of the ledger. */
export const DEADLINE_LEDGER = 'Deadline and extensions';

export const EXTENSION_REASON_WORDS: Record<ExtensionReason, { word: string; meaning: string }> = {
	dependency: {
		word: 'Waiting for another organisation',
		meaning: 'Somebody else has to act first.'
	},
	resources: { word: 'People or money', meaning: 'Posts are vacant, or a budget has changed.' },
	procurement: {
		word: 'Buying or delivery',
		meaning: 'A system, service or building comes later.'
	},
	legislation: { word: 'Law or national policy', meaning: 'It has changed, or is about to.' },
	scope: {
		word: 'More work than was known',
		meaning: 'What has to be done turned out to be larger.'
	},
	'operational-demand': {
		word: 'Operational demand',
		meaning: 'An event or operation took the people who do this work.'
	},
	other: { word: 'Another reason', meaning: 'Say which below.' }
};

/** The heading of what became of a request, in the ledger. */
export function extensionEndWords(
	state: Exclude<ExtensionState, 'open'>,
	grantedDueOn: PlainDate | null
): string {
	switch (state) {
		case 'refuse':
			return 'Refused: the deadline stays';
		case 'withdrawn':
			return 'Request withdrawn';
		case 'grant':
			return `Granted: ${grantedDueOn ? formatDay(grantedDueOn) : ''}`;
		case 'grant-other':
			return `Another date granted: ${grantedDueOn ? formatDay(grantedDueOn) : ''}`;
	}
}

export const EXTENSION_ANSWER_WORDS: Record<ExtensionAnswer, { word: string; meaning: string }> = {
	grant: {
		word: 'Grant the date asked for',
		meaning: 'The deadline moves. The original date stays in the record and is shown beside it.'
	},
	'grant-other': {
		word: 'Grant another date',
		meaning: 'It must be later than the deadline that stands.'
	},
	refuse: { word: 'Refuse', meaning: 'The deadline stays as it is.' }
};

/** 'Asked on 3 March 2026 for 30 June 2026 in place of 31 March 2026, by ', before the name. */
export function extensionAskedWords(asked: {
	readonly askedOn: PlainDate;
	readonly askedDueOn: PlainDate;
	readonly currentDueOn?: PlainDate;
}): string {
	const instead = asked.currentDueOn ? ` in place of ${formatDay(asked.currentDueOn)}` : '';
	return `Asked on ${formatDay(asked.askedOn)} for ${formatDay(asked.askedDueOn)}${instead}, by `;
}

/** One line about the latest request; empty where there is nothing to know of it any more. */
export function latestExtensionWords(latest: {
	readonly state: ExtensionState;
	readonly askedOn: PlainDate;
	readonly askedDueOn: PlainDate;
	readonly endedOn: PlainDate | null;
}): string {
	const asked = formatDay(latest.askedDueOn);
	if (latest.state === 'open') {
		return `More time asked for on ${formatDay(latest.askedOn)}: until ${asked}. It waits for the inspectorate.`;
	}
	if (latest.state !== 'refuse' || latest.endedOn === null) return '';
	return `More time, until ${asked}, was refused on ${formatDay(latest.endedOn)}.`;
}
