import { expandAllocation, type AllocationProblem } from '#lib/domain/allocation.ts';
import type { OrganisationRow } from '#lib/forms/organisation-row.ts';
import { inspectionFile, type InspectionFile } from '#lib/forms/recommendation-row.ts';
import * as v from 'valibot';
import { decodeText } from './decode-text.ts';
import { inOrder, type FileProblem, type FileReading } from './file-problem.ts';
import { readJson } from './json-text.ts';

type Path = readonly (string | number)[];

/**
 * An inspection with its recommendations, whole and allocated to organisations that exist; or every
 * problem in it.
 */
export function readInspectionFile(
	file: string,
	bytes: Uint8Array,
	organisations: readonly Pick<OrganisationRow, 'code' | 'kind'>[]
): FileReading<InspectionFile> {
	const decoded = decodeText(file, bytes);
	if (!decoded.ok) return decoded;
	const json = readJson(decoded.content);
	if (!('value' in json)) return { ok: false, problems: [{ file, column: null, ...json }] };

	const place = (path: Path, reason: string): FileProblem => ({
		file,
		line: json.lineOf(path),
		column: path.length > 0 ? path.join('.') : null,
		reason
	});
	const parsed = v.safeParse(inspectionFile, json.value);
	if (!parsed.success) {
		const problems = parsed.issues.map((issue) => place(pathOf(issue), issue.message));
		return { ok: false, problems: inOrder(problems) };
	}
	const problems = [
		...numbersTwice(parsed.output, place),
		...allocationProblems(parsed.output, organisations, place)
	];
	if (problems.length > 0) return { ok: false, problems: inOrder(problems) };
	return { ok: true, content: parsed.output };
}

type Place = (path: Path, reason: string) => FileProblem;

function numbersTwice({ recommendations }: InspectionFile, place: Place): FileProblem[] {
	const numbers = recommendations.map(({ number }) => number);
	return numbers.flatMap((number, index) =>
		numbers.indexOf(number) < index
			? [place(['recommendations', index, 'number'], `Number ${number} stands twice`)]
			: []
	);
}

function allocationProblems(
	{ recommendations }: InspectionFile,
	organisations: readonly Pick<OrganisationRow, 'code' | 'kind'>[],
	place: Place
): FileProblem[] {
	return recommendations.flatMap(({ allocation }, index) =>
		expandAllocation(allocation, organisations).problems.map((problem) =>
			place(
				['recommendations', index, 'allocation', problem.capacity, problem.index],
				allocationReason(problem)
			)
		)
	);
}

function allocationReason({ code, pattern, organisations }: AllocationProblem): string {
	if (code === 'unknown-addressee') return `No organisation answers to “${pattern}”`;
	return `“${pattern}” names ${organisations.join(', ')} a second time: each is lead or contributing, once`;
}

function pathOf(issue: v.BaseIssue<unknown>): Path {
	return (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)));
}
