/** What stands beside a text that is ours, until somebody loads the official wording. */
const OF_THE_ARTICLE =
	"Working summary of the lead inspector's article, 16 May 2025. Official wording not yet loaded. " +
	'Read it in the HMICFRS report.';
const OF_ANYTHING_ELSE =
	'Working summary. Official wording not yet loaded. Read it in the published report.';

/** The report of which the lead inspector wrote the article, and what names the article as a source. */
const REPORT = 'improving-response-to-organised-immigration-crime';
const ARTICLE = 'LBC Opinion, 16 May 2025';

/**
 * Of the article only what is of its report, and has no other source.
 * @param source what is given as the source of one text; not given for the titles of a whole inspection
 */
export function workingSummaryNote(reportUrl: string, source: string | null = null): string {
	const isOfArticle = reportUrl.includes(REPORT) && (source?.includes(ARTICLE) ?? true);
	return isOfArticle ? OF_THE_ARTICLE : OF_ANYTHING_ELSE;
}

/** Only beside official text: our own summaries are not theirs to license. */
export const LICENCE_SENTENCE =
	'Contains public sector information licensed under the Open Government Licence v3.0.';

export const LICENCE_ADDRESS =
	'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/';
