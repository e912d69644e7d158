/** What stands beside a text that is ours, until somebody loads the official wording. */
export const WORKING_SUMMARY_NOTE =
	"Working summary of the lead inspector's article, 16 May 2025. Official wording not yet loaded. " +
	'Read it in the HMICFRS report.';

/** Only beside official text: our own summaries are not theirs to license. */
export const LICENCE_SENTENCE =
	'Contains public sector information licensed under the Open Government Licence v3.0.';

export const LICENCE_ADDRESS =
	'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/';

/** What a reader must know about where a recommendation's text comes from. */
export function provenanceNote(isOfficialWording: boolean): string {
	return isOfficialWording ? `Official wording. ${LICENCE_SENTENCE}` : WORKING_SUMMARY_NOTE;
}
