import { plainDate, type PlainDate } from '#lib/domain/plain-date.ts';

export interface RegisterSize {
	readonly inspections: number;
	/** Of each inspection. */
	readonly recommendations: number;
	/** Organisations; every recommendation falls to each of them. */
	readonly bodies: number;
	/** Rows of history and of the trail together, at least; lives alone may make more. */
	readonly historyRows: number;
}

/** 36,000 assignments: some five times what the inspectorate has published in twenty years. */
export const LARGE: RegisterSize = {
	inspections: 20,
	recommendations: 30,
	bodies: 60,
	historyRows: 1_000_000
};

/** For trying the bench itself out. */
export const QUICK: RegisterSize = {
	inspections: 4,
	recommendations: 10,
	bodies: 60,
	historyRows: 60_000
};

/** The last day on which anything happens in a built register: fixed, so that every build is the same. */
export const AS_AT: PlainDate = plainDate('2026-03-02');
