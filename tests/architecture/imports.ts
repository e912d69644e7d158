import { parse } from 'svelte/compiler';
import ts from 'typescript';
import type { Source } from './source.ts';

export interface Import {
	readonly specifier: string;
	/** Erased before anything runs. */
	readonly isType: boolean;
	readonly line: number;
}

/** Every import, re-export, dynamic import and imported type of a file, in order. */
export function importsOf({ path, text }: Source): Import[] {
	return path.endsWith('.svelte') ? importsOfSvelte(text) : importsOfTypeScript(path, text);
}

function importsOfTypeScript(path: string, text: string): Import[] {
	const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
	const found: Import[] = [];
	const add = (node: ts.Node, specifier: ts.Node | undefined, isType: boolean) => {
		if (!specifier || !ts.isStringLiteralLike(specifier)) return;
		const line = file.getLineAndCharacterOfPosition(node.getStart()).line + 1;
		found.push({ specifier: specifier.text, isType, line });
	};
	const visit = (node: ts.Node): void => {
		if (ts.isImportDeclaration(node)) add(node, node.moduleSpecifier, isTypeImport(node));
		else if (ts.isExportDeclaration(node)) add(node, node.moduleSpecifier, node.isTypeOnly);
		else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
			add(node, node.argument.literal, true);
		} else if (ts.isCallExpression(node) && isLoading(node.expression)) {
			add(node, node.arguments[0], false);
		}
		ts.forEachChild(node, visit);
	};
	visit(file);
	return found;
}

function isTypeImport({ importClause }: ts.ImportDeclaration): boolean {
	if (!importClause) return false;
	if (importClause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
	const names = importClause.namedBindings;
	if (importClause.name || !names || !ts.isNamedImports(names)) return false;
	return names.elements.length > 0 && names.elements.every((element) => element.isTypeOnly);
}

/** `import(…)`, `require(…)` and Vite's own way of importing many files at once. */
function isLoading(callee: ts.Expression): boolean {
	return (
		callee.kind === ts.SyntaxKind.ImportKeyword ||
		/^(require|import\.meta\.glob)$/.test(callee.getText())
	);
}

/** Scripts and markup alike: the compiler's tree holds both. */
function importsOfSvelte(text: string): Import[] {
	const found: Import[] = [];
	const visit = (node: unknown): void => {
		if (Array.isArray(node)) return node.forEach(visit);
		if (!isNode(node)) return;
		const specifier = specifierOf(node);
		if (specifier !== undefined) {
			const line = text.slice(0, node.start).split('\n').length;
			found.push({ specifier, isType: isTypeNode(node), line });
		}
		for (const value of Object.values(node)) if (typeof value === 'object') visit(value);
	};
	visit(parse(text, { modern: true }));
	return found;
}

interface SvelteNode {
	readonly [key: string]: unknown;
	readonly type: string;
	readonly start: number;
}

function isNode(value: unknown): value is SvelteNode {
	return typeof value === 'object' && value !== null && 'type' in value;
}

const loading = /^(Import|ExportNamed|ExportAll)Declaration$|^ImportExpression$|^TSImportType$/;

function specifierOf(node: SvelteNode): string | undefined {
	if (!loading.test(node.type)) return undefined;
	const source = node['source'] ?? node['argument'];
	return isNode(source) && typeof source['value'] === 'string' ? source['value'] : undefined;
}

function isTypeNode(node: SvelteNode): boolean {
	if (node.type === 'TSImportType') return true;
	if (node['importKind'] === 'type' || node['exportKind'] === 'type') return true;
	const specifiers = node['specifiers'];
	return (
		node.type === 'ImportDeclaration' &&
		Array.isArray(specifiers) &&
		specifiers.length > 0 &&
		specifiers.every((each) => isNode(each) && each['importKind'] === 'type')
	);
}
