import type { App } from '#lib/server/app.ts';

/** The bytes of a stored file. */
export async function storedBytes(app: Pick<App, 'files'>, sha256: unknown): Promise<Buffer> {
	const { stream } = await app.files.open(String(sha256));
	return Buffer.from(await new Response(stream).arrayBuffer());
}
