// npm passes signals on, but cannot when it is itself killed outright, and its shell passes none. So a
// command that npm runs looks now and then whether npm is still there.

import { readFileSync } from 'node:fs';

const every = 500;

/** @param {() => void} onGone called once */
export function watchParent(onGone) {
	if (!process.env.npm_lifecycle_event) return;
	const before = ancestors();
	const timer = setInterval(() => {
		if (ancestors() === before) return;
		clearInterval(timer);
		onGone();
	}, every);
	timer.unref();
}

/** Our parent, and the shell's own when npm put a shell between us. Not the caller of npm: it may go. */
function ancestors() {
	const parent = process.ppid;
	return isShell(parent) ? `${parent} ${parentOf(parent)}` : `${parent}`;
}

/** @param {number} pid */
function isShell(pid) {
	return /^(sh|dash|bash|ash|zsh|busybox)$/.test(readProcess(pid, 'comm').trim());
}

/** @param {number} pid */
function parentOf(pid) {
	// The name in brackets may hold spaces; what follows it does not.
	return readProcess(pid, 'stat').split(')').at(-1)?.trim().split(' ')[1] ?? '';
}

/** Empty where there is no /proc: there the shell is one that gives way to the command. @param {number} pid @param {string} file */
function readProcess(pid, file) {
	try {
		return readFileSync(`/proc/${pid}/${file}`, 'utf8');
	} catch {
		return '';
	}
}
