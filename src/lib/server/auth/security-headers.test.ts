import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { securityHeaders } from './security-headers.ts';

test('the page of last resort may show its own style, and nothing else', () => {
	const html = readFileSync('src/error.html', 'utf8');
	const [, style = ''] = /<style>(.*)<\/style>/s.exec(html)!;
	const hash = createHash('sha256').update(style).digest('base64');
	const policy = securityHeaders('https://tracker.test')['content-security-policy'];
	expect(policy).toContain(`style-src 'sha256-${hash}';`);
	expect(html).not.toMatch(/<script|<link|<img| style=/);
});

test('only an address with TLS is kept to TLS', () => {
	const name = 'strict-transport-security';
	expect(securityHeaders('https://tracker.test')[name]).toBe('max-age=31536000');
	expect(securityHeaders('http://localhost:3000')).not.toHaveProperty(name);
});
