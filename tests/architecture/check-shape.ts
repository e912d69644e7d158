import { basename } from 'node:path/posix';
import ts from 'typescript';
import { countLines, isTest, type Source } from './source.ts';

const most = { file: 300, component: 150, route: 79 };
const emptyNames = /^(utils?|helpers?|misc|common|shared|index)$/;
const namedAfterWhatTheyHold = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)*\.ts$/;
const namedAsComponents = /^[A-Z][A-Za-z0-9]*\.svelte$/;

/** @returns one sentence for each file that is longer than its kind may be */
export function checkLength(sources: readonly Source[]): string[] {
	return sources.flatMap(({ path, text }) => {
		const lines = countLines(text);
		const [limit, instead] = limitOf(path);
		if (lines <= limit) return [];
		return [`${path} has ${lines} lines and may have ${limit}. ${instead}`];
	});
}

/** @returns one sentence for each file or folder whose name says nothing or is written another way */
export function checkNames(sources: readonly Source[]): string[] {
	return sources.flatMap(({ path }) => {
		const parts = path.split('/').map((part) => part.replace(/\..*$/, ''));
		if (parts.some((part) => emptyNames.test(part))) {
			return [`${path}: name it after what it holds, and import from that file itself.`];
		}
		if (!/^src\/(lib|cli)\//.test(path)) return [];
		const name = basename(path);
		const isFine = (name.endsWith('.svelte') ? namedAsComponents : namedAfterWhatTheyHold).test(
			name
		);
		return isFine ? [] : [`${path}: files are kebab-case, components PascalCase.`];
	});
}

/** @returns one sentence for each place where a component writes HTML that nothing has escaped */
export function checkRawHtml(sources: readonly Source[]): string[] {
	return sources
		.filter(({ path, text }) => path.endsWith('.svelte') && /\{\s*@html\b/.test(text))
		.map(({ path }) => `${path} uses {@html}: draw it with a component, or show it as an image.`);
}

/** @returns one sentence for each place where a rule, a sentence or a verb looks at the clock by itself */
export function checkClock(sources: readonly Source[]): string[] {
	return sources
		.filter(({ path }) => isTimeless(path))
		.flatMap(({ path, text }) => {
			const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
			const found: string[] = [];
			const visit = (node: ts.Node): void => {
				if (readsClock(node)) {
					const line = file.getLineAndCharacterOfPosition(node.getStart()).line + 1;
					found.push(
						`${path}:${line} reads the clock: take "today" or the instant as an argument.`
					);
				}
				ts.forEachChild(node, visit);
			};
			visit(file);
			return found;
		});
}

function limitOf(path: string): [limit: number, instead: string] {
	if (path.endsWith('.svelte')) {
		return [most.component, 'It is two components: take out the part that has a name of its own.'];
	}
	if (/^src\/routes\/(.*\/)?\+[^/]*\.ts$/.test(path)) {
		return [
			most.route,
			'A route parses, calls and answers: the rest is a form, a read or a service.'
		];
	}
	return [most.file, 'It is two files: take out the part that has a name of its own.'];
}

/** The rooms that are handed "today" or a clock; the composition root is where the one clock comes from. */
function isTimeless(path: string): boolean {
	const rooms = /^src\/lib\/(domain|wording|forms|charts|server\/(services|reads|audit))\/.*\.ts$/;
	return rooms.test(path) && !isTest(path);
}

function readsClock(node: ts.Node): boolean {
	if (ts.isNewExpression(node)) {
		return node.expression.getText() === 'Date' && !node.arguments?.length;
	}
	if (ts.isCallExpression(node)) return node.expression.getText() === 'Date';
	return ts.isPropertyAccessExpression(node) && node.getText() === 'Date.now';
}
