// What the built server is started through, by hand or by the other scripts: the two defaults of the adapter
// that do not suit this service. Everything else is as docs/operating.md says.

// Only this machine unless somebody asks for more.
process.env.HOST ??= '127.0.0.1';
// The hooks limit every body themselves, form by form; the adapter's one number for all would cut uploads off.
process.env.BODY_SIZE_LIMIT ??= 'Infinity';

await import(new URL('../build/index.js', import.meta.url).href);
