/** SHA-256 of the style of src/error.html, the page that is shown where no other can be. */
const LAST_RESORT_STYLE = 'nwPtlrY4TZ1ytppPRwYwXv12ivxvcMFtFr38jUMa64k=';

/**
 * What every answer says to the browser, pages and files, errors and refusals alike. Pages bring a content
 * policy of their own (svelte.config.js), which takes the place of this one that allows nothing.
 */
export function securityHeaders(origin: string): Record<string, string> {
	return {
		'content-security-policy': `default-src 'none'; style-src 'sha256-${LAST_RESORT_STYLE}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
		'cross-origin-opener-policy': 'same-origin',
		'cross-origin-resource-policy': 'same-origin',
		'permissions-policy':
			'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
		// Not 'no-referrer': browsers would then send 'Origin: null' with our own forms.
		'referrer-policy': 'same-origin',
		'x-content-type-options': 'nosniff',
		'x-frame-options': 'DENY',
		'x-robots-tag': 'noindex, nofollow',
		...(origin.startsWith('https:') ? { 'strict-transport-security': 'max-age=31536000' } : {})
	};
}
