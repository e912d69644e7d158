import { createHash, randomBytes } from 'node:crypto';
import type { Actor } from '#lib/domain/actor.ts';
import { packCode } from '#lib/domain/board-pack.ts';
import { momentOf } from '#lib/domain/clock.ts';
import { factsOf, movementsIn } from '#lib/domain/pack-content.ts';
import { canonicalJson, type Paper } from '#lib/domain/paper.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { packPaper, withHash } from '../documents/pack-paper.ts';
import { renderPdf } from '../documents/paper-pdf.ts';
import { readDraftPack, readFrozenPaper, readIssueFacts, readPack } from '../reads/board-packs.ts';
import { readPackContent } from '../reads/pack-content.ts';
import { issuePack } from '../services/issue-pack.ts';

type Context = Parameters<typeof readPack>[0];
type Stamp = Parameters<typeof issuePack>[3];

interface Files {
	receive(stream: AsyncIterable<Uint8Array>): Promise<{ sha256: string; bytes: number }>;
}

/** A register that is written to without a pause lets a pack be made in the end, or not at all. */
const TRIES = 4;

/**
 * A pack as the paper that it is: frozen where it was issued, as it stands now where it is a draft.
 * @throws Refusal 'not-found' for what is not there or not the actor's to see
 */
export async function readPackPaper(context: Context, actor: Actor, key: string) {
	const read = await readPack(context, actor, key);
	const { pack } = read;
	if (pack.number !== null) {
		const { paper, hash } = await readFrozenPaper(context, pack.id);
		return { ...read, paper: withHash(paper, hash), content: null };
	}
	const content = await readPackContent(context, actor, pack, null);
	return { ...read, paper: packPaper(content), content };
}

/**
 * Reads a pack, typesets it and freezes it. What somebody changes in between is not lost: it is read again.
 * @throws Refusal as `issuePack` and `readDraftPack`
 */
export async function issueBoardPack(
	context: Context & { readonly files: Files },
	actor: Actor,
	key: string,
	stamp: Stamp
): Promise<void> {
	for (let left = TRIES; ; left -= 1) {
		try {
			return await issueOnce(context, actor, key, stamp);
		} catch (thrown) {
			const isOvertaken = thrown instanceof Refusal && thrown.code === 'pack-overtaken';
			if (!isOvertaken || left <= 1) throw thrown;
		}
	}
}

async function issueOnce(
	context: Context & { readonly files: Files },
	actor: Actor,
	key: string,
	stamp: Stamp
): Promise<void> {
	const { pack } = await readDraftPack(context, actor, key);
	const { at } = momentOf(context.clock);
	const { number, trailEnd } = await readIssueFacts(context, pack);
	const code = packCode(randomBytes(64));
	const issue = { number, code, by: actor.name, at };
	const content = await readPackContent(context, actor, pack, issue);
	const paper = packPaper(content);
	const snapshot = packSnapshot(factsOf(content), paper);
	const hash = createHash('sha256').update(snapshot).digest('hex');
	const pdf = await context.files.receive(oneChunk(await renderPdf(withHash(paper, hash))));
	const { sha256, bytes } = pdf;
	await issuePack(context, actor, key, stamp, {
		...{ number, code, snapshot, trailEnd },
		pdf: { sha256, bytes },
		movements: movementsIn(content)
	});
}

/** What is kept of a pack: what the next is compared with, and what its pages are made of. */
function packSnapshot(facts: ReturnType<typeof factsOf>, paper: Paper): string {
	return canonicalJson({ format: 1, facts, paper });
}

async function* oneChunk(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
	yield bytes;
}
