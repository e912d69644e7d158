import { EVIDENCE_KINDS, MARKINGS, type EvidenceKind } from '#lib/domain/evidence.ts';
import * as v from 'valibot';
import { choice, day, joinDay, line, narrative, submissionKey, webAddress } from './fields.ts';
import { parseTyped, type Typed } from './parse.ts';

const statement = {
	title: line('a title'),
	shows: narrative('what it shows', 2000),
	marking: choice(MARKINGS, 'Select how it is marked'),
	submissionKey
};

const schemas = {
	file: v.object(statement),
	link: v.object({ ...statement, linkUrl: webAddress('the address') }),
	sighting: v.object({
		...statement,
		heldWhere: line('where it is held'),
		custodian: line('who keeps it'),
		seenBy: line('who saw it'),
		seenOn: day('the day it was seen')
	})
};

export function isEvidenceKind(text: string): text is EvidenceKind {
	return (EVIDENCE_KINDS as readonly string[]).includes(text);
}

export const parseFileStatement = (typed: Typed) => parseTyped(schemas.file, typed);
export const parseLink = (typed: Typed) => parseTyped(schemas.link, typed);
export const parseSighting = (typed: Typed) =>
	parseTyped(schemas.sighting, { ...typed, seenOn: joinDay(typed, 'seenOn') ?? '' });

const withdrawal = v.object({ reason: narrative('the reason', 2000), submissionKey });

export const parseWithdrawal = (typed: Typed) => parseTyped(withdrawal, typed);
