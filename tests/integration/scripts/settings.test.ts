import { isAbsolute } from 'node:path';
import { expect, test } from 'vitest';
import { findChromium } from '../../../scripts/chromium.mjs';
import { isAtLeast } from '../../../scripts/project.mjs';
import { readSettings } from '../../../scripts/settings.mjs';
import { temporaryFolder } from './temporary-folder.ts';

test('with nothing set the service is on this machine only, on port 3000, with data beside the code', () => {
	const { dataDir, ...rest } = readSettings({});
	expect(rest).toEqual({
		port: 3000,
		host: '127.0.0.1',
		origin: 'http://localhost:3000',
		isOriginGiven: false
	});
	expect(isAbsolute(dataDir)).toBe(true);
	expect(dataDir).toMatch(/[/\\]data$/);
});

test('the address follows the port unless it is given', () => {
	expect(readSettings({ PORT: '4000' }).origin).toBe('http://localhost:4000');
	expect(readSettings({ PORT: '4000', ORIGIN: 'https://a.example' })).toMatchObject({
		origin: 'https://a.example',
		isOriginGiven: true
	});
});

test.each(['abc', '0', '65536', '80.5', '-1'])('PORT=%s is refused in plain words', (PORT) => {
	expect(() => readSettings({ PORT })).toThrow('has to be a whole number from 1 to 65535');
});

test.each([
	['22.18.0', '22.18.0', true],
	['24.0.0', '22.18.0', true],
	['22.9.1', '22.18.0', false],
	['20.20.2', '22.18.0', false]
])('Node %s is at least %s: %s', (version, least, expected) => {
	expect(isAtLeast(version, least)).toBe(expected);
});

test('Chromium is the one named, else the first that the PATH has', () => {
	const top = temporaryFolder({ 'bin/google-chrome': '', 'other/chromium': '' });
	const PATH = `${top}/bin:${top}/other`;
	expect(findChromium({ PATH })).toBe(`${top}/other/chromium`);
	expect(findChromium({ PATH, CHROMIUM: `${top}/bin/google-chrome` })).toBe(
		`${top}/bin/google-chrome`
	);
	expect(() => findChromium({ PATH, CHROMIUM: '/no/such/file' })).toThrow('there is no such file');
});
