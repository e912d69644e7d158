import type { DraftTyped } from '#lib/domain/draft.ts';
import type { DraftState } from '#lib/wording/draft.ts';
import { bodyOf, postDraft } from './draft-request.ts';

/** What the page of a form with a draft knows of it. */
export interface FormDraft {
	/** 0 where there is none. */
	readonly version: number;
	readonly savedAt: number | null;
	/** Whoever is signed in. */
	readonly writer: number;
	/** The form's own address without and with what follows the question mark. */
	readonly page: string;
	readonly query: string;
	/** What is kept, by input name. */
	readonly typed?: DraftTyped | null;
}

/** Saved this long after the last key, and at the latest this long after the first. */
const PAUSE_MS = 1500;
const LONGEST_MS = 10_000;
const AGAIN_MS = 15_000;
/** The address of one of the form's actions: '?/draft&corrects=7'. */
export function actionOf(name: string, { query }: Pick<FormDraft, 'query'>): string {
	return query === '' ? `?/${name}` : `?/${name}&${query}`;
}

/**
 * Saves a form's draft by itself while somebody types. Nothing is kept in the browser: computers are shared.
 * What cannot be saved stays on the page, and the page says so.
 */
export class DraftKeeper {
	state = $state<DraftState>('quiet');
	version = $state(0);
	savedAt = $state<number | null>(null);
	elsewhere = $state<{ version: number; savedAt: number | null } | null>(null);

	#address: string;
	#form: HTMLFormElement | null = null;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#unsavedSince: number | null = null;
	#underWay: Promise<void> = Promise.resolve();
	#isStopped = false;

	constructor(draft: FormDraft) {
		this.version = draft.version;
		this.#address = actionOf('draft', draft);
	}

	/** Watches the form until its page is left. */
	watch = (form: HTMLFormElement) => {
		this.#form = form;
		const typed = () => this.#typed();
		const leave = () => void (document.visibilityState === 'hidden' && this.#saveLast());
		const warn = (event: BeforeUnloadEvent) => void (this.#isAtRisk && event.preventDefault());
		form.addEventListener('input', typed);
		document.addEventListener('visibilitychange', leave);
		window.addEventListener('beforeunload', warn);
		// What was typed before this script had come (`islands/typed.ts`).
		if ('typed' in form.dataset) typed();
		return () => {
			form.removeEventListener('input', typed);
			document.removeEventListener('visibilitychange', leave);
			window.removeEventListener('beforeunload', warn);
			this.#saveLast();
			clearTimeout(this.#timer);
			this.#isStopped = true;
		};
	};

	/** @param replaces the version of the draft of another tab that is let go */
	save(replaces?: number): Promise<void> {
		clearTimeout(this.#timer);
		this.#underWay = this.#underWay.then(() => this.#send(replaces, false));
		return this.#underWay;
	}

	/** Before the form is sent: waits for what is under way. @returns the version that is being sent */
	async stop(): Promise<number> {
		this.#isStopped = true;
		clearTimeout(this.#timer);
		await this.#underWay;
		return this.version;
	}

	/** The form came back. */
	resume(): void {
		this.#isStopped = false;
	}

	get #isAtRisk(): boolean {
		const isKept = this.state === 'quiet' || this.state === 'saved';
		return this.#unsavedSince !== null && !this.#isStopped && !isKept;
	}

	#typed(): void {
		this.#unsavedSince ??= Date.now();
		if (this.state !== 'elsewhere') this.#saveAfter(PAUSE_MS);
	}

	#saveAfter(pause: number): void {
		clearTimeout(this.#timer);
		if (this.#isStopped || this.#unsavedSince === null) return;
		const left = this.#unsavedSince + LONGEST_MS - Date.now();
		const wait = pause === PAUSE_MS ? Math.max(0, Math.min(pause, left)) : pause;
		this.#timer = setTimeout(() => void this.save(), wait);
	}

	#saveLast(): void {
		if (this.#unsavedSince === null || this.#isStopped || this.state === 'elsewhere') return;
		this.#underWay = this.#underWay.then(() => this.#send(undefined, true));
	}

	async #send(replaces: number | undefined, isLast: boolean): Promise<void> {
		if (!this.#form) return;
		const body = bodyOf(this.#form, { draftVersion: this.version, replaces });
		this.#unsavedSince = null;
		const answer = await postDraft(this.#address, body, isLast);
		if (answer?.draft) {
			Object.assign(this, { ...answer.draft, state: 'saved', elsewhere: null });
			return;
		}
		this.#unsavedSince = Date.now();
		if (answer === null) this.state = 'unreachable';
		else if (answer.draftElsewhere) {
			Object.assign(this, { state: 'elsewhere', elsewhere: answer.draftElsewhere });
		} else this.state = answer.signedOut ? 'signed-out' : 'not-saved';
		if (this.state !== 'elsewhere') this.#saveAfter(AGAIN_MS);
	}
}
