import type { Content, Optional } from './props.ts';

export type SummaryAction = { href: string; text: string } & Optional<{
	/** Said after the text, never shown: "Change" + "lead". */
	hiddenText: string;
}>;

export type SummaryRow = { key: string; value: Content } & Optional<{
	actions: readonly SummaryAction[];
}>;
