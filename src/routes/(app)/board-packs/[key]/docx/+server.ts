import { renderWord, WORD_TYPE } from '#lib/server/documents/paper-word.ts';
import { readPackPaper } from '#lib/server/exchange/board-pack.ts';
import { packFileName } from '#lib/wording/board-packs.ts';
import { acting } from '../../../../acting.ts';
import { orErrorPage } from '../../../../form-action.ts';
import { documentResponse } from '../../../../document-response.ts';
import type { RequestHandler } from './$types';

/** For secretariats, who put papers together: the same content, as headings and tables of Word's own. */
export const GET: RequestHandler = async ({ locals, params }) => {
	const { pack, paper } = await orErrorPage(() =>
		readPackPaper(locals.app, acting(locals), params.key)
	);
	const name = packFileName(pack, 'docx');
	return documentResponse(await renderWord(paper), { name, mediaType: WORD_TYPE });
};
