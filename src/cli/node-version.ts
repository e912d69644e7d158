/** What the database's native part needs: on an older Node it does not fail, it crashes. */
const OLDEST = [22, 12] as const;

/** A sentence that says how to mend it, or null where this Node will do. */
export function nodeProblem(version: string): string | null {
	const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number);
	if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return null;
	return (
		`This is Node ${version}, and the register needs Node ${OLDEST.join('.')} or later.\n` +
		'Run the command through npm, which brings the right one:\n\n  npm run tracker -- help'
	);
}
