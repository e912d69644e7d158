/**
 * What owners say about one recommendation, sentence by sentence. {a} becomes a small number, {b} a total,
 * {done} how much of that total is done, {month} a month just past. All invented, and nothing in it is intelligence.
 */
export interface Theme {
	/** When work begins. */
	readonly begin: readonly string[];
	/** While it goes on. */
	readonly middle: readonly string[];
	/** When most is done. */
	readonly late: readonly string[];
	/** What is claimed. */
	readonly claim: readonly string[];
	/** Why a claim is returned, beside the reasons that fit any. */
	readonly returned?: readonly string[];
	readonly milestones: readonly string[];
	/** What is put forward as evidence: its title, and what it shows. */
	readonly evidence: readonly (readonly [title: string, shows: string])[];
}
