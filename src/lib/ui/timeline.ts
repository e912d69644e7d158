import type { Content, Optional } from './props.ts';

export type TimelineEvent = {
	title: string;
	/** `iso` is an instant or a day for machines, `text` the same for people. */
	time: { iso: string; text: string };
} & Optional<{
	by: string;
	description: Content;
	/** The id of the event's element, for links to it. */
	anchor: string;
}>;
