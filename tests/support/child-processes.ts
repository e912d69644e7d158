import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** Whether this system tells what processes there are, as every Linux does. */
export const TELLS_PROCESSES = existsSync('/proc/self/stat');

/** The processes that a process has started and that still run; none where the system does not tell. */
export function childrenOf(parent: number): number[] {
	if (!TELLS_PROCESSES) return [];
	const all = readdirSync('/proc').map(Number).filter(Number.isInteger);
	return all.filter((pid) => Number(statusOf(pid).get('PPid')) === parent);
}

/** What a process was started with, its arguments parted by NUL; '' for one that has ended. */
export function commandOf(pid: number): string {
	return contentOf(`/proc/${pid}/cmdline`);
}

/** Resident megabytes of a process: all of them, and those that no file on disk stands for; NaN where none are told. */
export function residentOf(pid: number): { readonly all: number; readonly own: number } {
	const status = statusOf(pid);
	const megabytes = (name: string) => Number(status.get(name)?.split(' ')[0] ?? NaN) / 1024;
	return { all: megabytes('VmRSS'), own: megabytes('RssAnon') };
}

/** 'VmRSS' to '93520 kB'. Empty for a process that has ended. */
function statusOf(pid: number): Map<string, string> {
	const lines = contentOf(`/proc/${pid}/status`).split('\n');
	return new Map(lines.map((line) => line.split(/:\s+/) as [string, string]));
}

function contentOf(file: string): string {
	try {
		return readFileSync(file, 'utf8');
	} catch {
		return '';
	}
}
