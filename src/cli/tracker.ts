// `npm run tracker -- <command>`. Nothing that could load the database is imported before the check.
import { nodeProblem } from './node-version.ts';

const problem = nodeProblem(process.version);
if (problem) {
	console.error(problem);
	process.exitCode = 1;
} else {
	const [{ runCommand }, { terminal }] = await Promise.all([
		import('./run-command.ts'),
		import('./terminal.ts')
	]);
	process.exitCode = await runCommand(process.argv.slice(2), terminal());
}
