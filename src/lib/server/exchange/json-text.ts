/** What a JSON text says, and where in it each part stands. */
export interface PlacedJson {
	readonly value: unknown;
	/** The line, from 1, of the part at a path such as ['recommendations', 2, 'title']. */
	lineOf(path: readonly (string | number)[]): number;
}

/** A text that is no JSON, and the line where it stops being so. */
export interface JsonProblem {
	readonly line: number;
	readonly reason: string;
}

class NotJson extends Error {}

/**
 * Reads a JSON text and remembers where things stand, which `JSON.parse` does not tell.
 * Stricter than it in one way: a name twice in one object is a mistake, not the second's silent win.
 */
export function readJson(text: string): PlacedJson | JsonProblem {
	const scanner = new Scanner(text);
	try {
		const value = scanner.readAll();
		return { value, lineOf: (path) => scanner.lineOf(path) };
	} catch (thrown) {
		if (!(thrown instanceof NotJson)) throw thrown;
		return { line: scanner.line, reason: thrown.message };
	}
}

const SPACE = /[ \t\n\r]*/y;
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /true|false|null/y;
const MAX_DEPTH = 50;

class Scanner {
	readonly #text: string;
	readonly #lines = new Map<string, number>();
	#at = 0;
	#lineStart = { at: 0, line: 1 };

	constructor(text: string) {
		this.#text = text;
	}

	/** Where it has got to. Only ever asked for later places, so it counts on from the last. */
	get line(): number {
		for (let at = this.#lineStart.at; at < this.#at; at += 1) {
			if (this.#text[at] === '\n') this.#lineStart.line += 1;
		}
		this.#lineStart.at = Math.max(this.#at, this.#lineStart.at);
		return this.#lineStart.line;
	}

	lineOf(path: readonly (string | number)[]): number {
		for (let length = path.length; length > 0; length -= 1) {
			const line = this.#lines.get(JSON.stringify(path.slice(0, length)));
			if (line !== undefined) return line;
		}
		return 1;
	}

	readAll(): unknown {
		const value = this.#readValue([]);
		this.#take(SPACE);
		if (this.#at < this.#text.length) throw new NotJson('Something follows after the end');
		return value;
	}

	#readValue(path: (string | number)[]): unknown {
		if (path.length > MAX_DEPTH) throw new NotJson('The lists are nested too deeply');
		this.#take(SPACE);
		if (!this.#lines.has(JSON.stringify(path))) this.#lines.set(JSON.stringify(path), this.line);
		if (this.#takeMark('{')) return this.#readObject(path);
		if (this.#takeMark('[')) return this.#readList(path);
		const token = this.#take(STRING) ?? this.#take(NUMBER) ?? this.#take(WORD);
		if (token === null) throw new NotJson('This is not JSON: a value is missing or broken');
		return JSON.parse(token) as unknown;
	}

	#readObject(path: (string | number)[]): Record<string, unknown> {
		const entries = new Map<string, unknown>();
		while (this.#hasNext('}', entries.size)) {
			const token = this.#take(STRING);
			if (token === null)
				throw new NotJson('This is not JSON: a name in quotation marks is missing');
			const name = JSON.parse(token) as string;
			if (entries.has(name)) throw new NotJson(`The name “${name.slice(0, 40)}” stands twice`);
			const inner = [...path, name];
			this.#lines.set(JSON.stringify(inner), this.line);
			this.#take(SPACE);
			if (!this.#takeMark(':')) throw new NotJson('This is not JSON: a colon is missing');
			entries.set(name, this.#readValue(inner));
		}
		return Object.fromEntries(entries);
	}

	#readList(path: (string | number)[]): unknown[] {
		const items: unknown[] = [];
		while (this.#hasNext(']', items.length)) items.push(this.#readValue([...path, items.length]));
		return items;
	}

	/** Steps over the comma before the next item, or over the closing mark. */
	#hasNext(end: string, soFar: number): boolean {
		this.#take(SPACE);
		if (this.#takeMark(end)) return false;
		if (soFar === 0) return true;
		if (!this.#takeMark(',')) throw new NotJson(`This is not JSON: a comma or ${end} is missing`);
		this.#take(SPACE);
		return true;
	}

	#takeMark(mark: string): boolean {
		if (this.#text[this.#at] !== mark) return false;
		this.#at += 1;
		return true;
	}

	#take(pattern: RegExp): string | null {
		pattern.lastIndex = this.#at;
		const match = pattern.exec(this.#text);
		if (!match) return null;
		this.#at = pattern.lastIndex;
		return match[0];
	}
}
