import type { Acceptance } from '#lib/domain/acceptance.ts';
import type { Confidence, DecisionBasis } from '#lib/domain/confidence.ts';
import type { DeadlineKind } from '#lib/domain/deadline.ts';
import type { HeldMarking } from '#lib/domain/evidence.ts';
import type { ExemptionAnswer } from '#lib/domain/exemption.ts';
import type { ExtensionAnswer, ExtensionReason } from '#lib/domain/extension.ts';
import type { OrganisationKind } from '#lib/domain/organisation.ts';
import type { PlainDate } from '#lib/domain/plain-date.ts';
import type { CountersignAnswer } from '#lib/domain/review.ts';
import type { Verb } from '#lib/domain/status.ts';
import type { WaitingResponse } from '#lib/domain/waiting.ts';

export interface SampleAssignment {
	/** 'OIC-7' */
	readonly reference: string;
	readonly number: number;
	readonly organisation: string;
	readonly kind: OrganisationKind;
	readonly country: string | null;
}

export type SampleActor = 'lead' | 'contributor' | 'inspector' | 'inspector2';

interface Statement {
	readonly title: string;
	readonly shows: string;
	readonly marking: HeldMarking;
	/** The label of the part that it serves, where the recommendation has parts. */
	readonly part?: string;
}

/** What somebody does with an assignment, before it is done. */
export type SampleAct =
	| { readonly act: 'own'; readonly post: string }
	| {
			readonly act: 'accept';
			readonly acceptance: Exclude<Acceptance, 'not-recorded'>;
			readonly reason?: string;
	  }
	| {
			readonly act: 'deadline';
			readonly phrase?: string;
			readonly kind: DeadlineKind;
			readonly lastDay: PlainDate;
			readonly rule: string;
			readonly reason?: string;
	  }
	| {
			readonly act: 'update';
			readonly narrative: string;
			readonly confidence?: Confidence;
			readonly nextMilestone?: string;
			readonly nextMilestoneOn?: PlainDate;
			readonly move?: 'start' | 'resume';
	  }
	| {
			readonly act: 'part';
			readonly label: string;
			readonly isMet: boolean;
			readonly note: string;
	  }
	| ({ readonly act: 'file'; readonly format: 'pdf' | 'csv' | 'txt' } & Statement)
	| ({ readonly act: 'link'; readonly linkUrl: string } & Statement)
	| ({
			readonly act: 'sighting';
			readonly heldWhere: string;
			readonly custodian: string;
	  } & Statement)
	| {
			readonly act: 'move';
			readonly verb: Verb;
			readonly statement?: string;
			readonly reason?: string;
			readonly basis?: DecisionBasis;
	  }
	| {
			/** What a second inspector says of the review that waits. */
			readonly act: 'countersign';
			readonly answer: CountersignAnswer;
			readonly reason?: string;
	  }
	| { readonly act: 'ask-exemption'; readonly reason: string }
	| {
			readonly act: 'decide-exemption';
			readonly answer: ExemptionAnswer;
			readonly reason: string;
	  }
	| {
			readonly act: 'ask-extension';
			/** The deadline that is asked for. */
			readonly lastDay: PlainDate;
			readonly reasonCode: ExtensionReason;
			readonly reason: string;
	  }
	| {
			readonly act: 'decide-extension';
			readonly answer: ExtensionAnswer;
			/** The deadline that a grant makes. */
			readonly lastDay?: PlainDate;
			readonly reason: string;
	  }
	| { readonly act: 'target'; readonly targetOn: PlainDate; readonly reason?: string }
	| {
			readonly act: 'wait';
			readonly onReference: string;
			readonly onOrganisation: string;
			readonly reason: string;
			readonly reviewOn: PlainDate;
	  }
	| {
			readonly act: 'answer-wait';
			/** The assignment that waits. */
			readonly waiting: { readonly reference: string; readonly organisation: string };
			readonly answer: WaitingResponse;
			readonly reason?: string;
	  };

export type SampleStep = SampleAct & { readonly day: PlainDate; readonly by: SampleActor };

/** All that happens to one assignment, earliest first. */
export interface SampleStory {
	readonly assignment: SampleAssignment;
	readonly steps: readonly SampleStep[];
}
