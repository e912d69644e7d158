import type { Audience } from '#lib/domain/audience.ts';
import type { SampleActor } from '../step.ts';

export interface SampleComment {
	/** 'OIC-5' */
	readonly reference: string;
	readonly organisation: string;
	/** Days of the story ago. */
	readonly ago: number;
	readonly by: SampleActor;
	readonly audience?: Audience;
	readonly tells?: readonly SampleActor[];
	readonly text: string;
}

/** What is said beside the record, earliest first for each assignment. */
export const COMMENTS: readonly SampleComment[] = [
	{
		...{ reference: 'OIC-5', organisation: 'KENT', ago: 9, by: 'contributor' },
		tells: ['inspector', 'lead'],
		text: 'You asked for proof that what we receive is used. Would minutes of the tasking meeting do, or do you need the tasking records themselves?'
	},
	{
		...{ reference: 'OIC-5', organisation: 'KENT', ago: 8, by: 'inspector' },
		tells: ['contributor'],
		text: 'The records, please. Minutes show that it was talked about; records show that somebody went out.\n\nA sample is enough:\n\n- ten from the last quarter,\n- picked by somebody outside the team,\n- with the reference of what came in beside what was done.'
	},
	{
		...{ reference: 'OIC-5', organisation: 'KENT', ago: 8, by: 'inspector' },
		audience: 'inspectorate',
		tells: ['inspector2'],
		text: 'Two other forces have asked the same. If a third does, we should say it once to all of them instead of three times.'
	},
	{
		...{ reference: 'OIC-5', organisation: 'KENT', ago: 5, by: 'lead' },
		text: 'Understood. Internal audit will pick the ten. We can show them where they are held, but not upload them.'
	},
	{
		...{ reference: 'OIC-7', organisation: 'KENT', ago: 6, by: 'inspector2' },
		audience: 'inspectorate',
		tells: ['inspector'],
		text: 'Read the claim and the files. I would like to sit in on one grading meeting before we decide.'
	},
	{
		...{ reference: 'OIC-7', organisation: 'KENT', ago: 5, by: 'inspector2' },
		tells: ['lead'],
		text: 'Before we decide: when is the next meeting at which groups are graded, and may one of us sit in?'
	},
	{
		...{ reference: 'OIC-1', organisation: 'NCA', ago: 15, by: 'lead' },
		tells: ['inspector'],
		text: 'The agreed text names two police bodies by their former titles. We have asked for it to be corrected; nothing else in it changes.'
	}
];
