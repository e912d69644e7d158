import type { Actor } from '#lib/domain/actor.ts';
import type { ExportFormat } from '#lib/domain/export.ts';
import type { RefusalFacts } from '#lib/domain/refusal.ts';

/** What is asked for: a list by name, with its page's query. */
export interface ExportRequest {
	readonly list: string;
	readonly format: ExportFormat;
	/** 'status=confirmed&as-at=2026-03-02' */
	readonly query: string;
	readonly actor: Actor;
	/** Epoch milliseconds. */
	readonly at: number;
}

export type ToWorker =
	| { readonly type: 'open'; readonly id: number; readonly request: ExportRequest }
	| { readonly type: 'next' | 'stop'; readonly id: number };

export type FromWorker =
	| { readonly type: 'opened'; readonly id: number; readonly name: string }
	| {
			readonly type: 'refused';
			readonly id: number;
			readonly code: string;
			readonly field: string | undefined;
			readonly facts: RefusalFacts;
	  }
	| { readonly type: 'piece'; readonly id: number; readonly bytes: Uint8Array }
	| { readonly type: 'end'; readonly id: number }
	| { readonly type: 'failed'; readonly id: number; readonly error: Error };

export interface ExportSettings {
	readonly databaseFile: string;
	readonly scans: boolean;
	/** A reader who takes nothing for so long is gone: the snapshot is not held for them. */
	readonly stalledMs: number;
}
