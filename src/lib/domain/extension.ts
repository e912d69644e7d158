/** Why an organisation asks for more time. */
export const EXTENSION_REASONS = [
	'dependency',
	'resources',
	'procurement',
	'legislation',
	'scope',
	'operational-demand',
	'other'
] as const;
export type ExtensionReason = (typeof EXTENSION_REASONS)[number];

/** What an inspector can answer to a request for more time. */
export const EXTENSION_ANSWERS = ['grant', 'grant-other', 'refuse'] as const;
export type ExtensionAnswer = (typeof EXTENSION_ANSWERS)[number];
