import type { ScanResult } from './evidence.ts';

/** How a stored file stands with the malware scanner, where there is one. */
export type ScanStanding = 'not-scanned' | 'waiting' | 'failed' | 'clean' | 'infected';

/**
 * @param latest what the scanner said last; null where it was never asked
 * @param hasScanner whether a scanner is configured now: without one nothing waits, and what was found stays found
 */
export function scanStandingOf(latest: ScanResult | null, hasScanner: boolean): ScanStanding {
	if (latest === 'clean' || latest === 'infected') return latest;
	if (!hasScanner) return 'not-scanned';
	return latest === 'failed' ? 'failed' : 'waiting';
}

/** An infected file is opened by nobody. One that the scanner has not passed yet, by whoever uploaded it. */
export function canOpenFile(standing: ScanStanding, isUploader: boolean): boolean {
	switch (standing) {
		case 'clean':
		case 'not-scanned':
			return true;
		case 'waiting':
		case 'failed':
			return isUploader;
		case 'infected':
			return false;
	}
}
