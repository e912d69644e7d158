/** What a person decided about one row of a workbook that came back. */
export const WORKBOOK_DECISIONS = ['accepted', 'refused'] as const;
export type WorkbookDecision = (typeof WORKBOOK_DECISIONS)[number];

/** The sheets that a body fills in. */
export const WORKBOOK_SHEETS = ['Assignments', 'Actions'] as const;
export type WorkbookSheet = (typeof WORKBOOK_SHEETS)[number];

/** What a change asks for: each is carried out by the form that does the same on its page. */
export const WORKBOOK_CHANGE_KINDS = ['update', 'extension', 'action'] as const;
export type WorkbookChangeKind = (typeof WORKBOOK_CHANGE_KINDS)[number];

/** A row as it left: what each of its cells said, by column; days as 'YYYY-MM-DD'. */
export type WorkbookRow = Readonly<Record<string, string | null>>;

/** The rows of each sheet as they left. */
export type WorkbookContent = Readonly<Record<WorkbookSheet, readonly WorkbookRow[]>>;

/** One change that a returned workbook asks for. */
export interface AskedChange {
	readonly kind: WorkbookChangeKind;
	readonly sheet: WorkbookSheet;
	/** As a spreadsheet counts, from 1. */
	readonly row: number;
	/** 'OIC-7/KENT', or an action's key. */
	readonly subject: string;
	/** What was filled in, by column. */
	readonly theirs: Readonly<Record<string, string>>;
	/** What the register said there when the workbook left. */
	readonly before: WorkbookRow;
}

/** Changes on a page of a workbook that came back: a limit of the service's, not of the address's. */
export const CHANGES_A_PAGE = 30;

/** Files at once, bytes of each, and rows of a sheet: far more than any body has. */
export const WORKBOOK_LIMITS = {
	files: 30,
	bytes: 5 * 1024 * 1024,
	unpackedBytes: 60 * 1024 * 1024,
	rows: 5000
} as const;
