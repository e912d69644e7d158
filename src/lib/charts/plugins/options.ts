import type { Chart, ChartType } from 'chart.js';
import type { BandLook } from '../palette.ts';
import type { TextSize } from '../measures.ts';
import type { Box } from '../pattern.ts';

/** The plugins take plain data, worked out beforehand by the chart's own pure function. */
export interface BandsOptions {
	/** One look for each dataset, or one for each bar of a single dataset. */
	readonly looks: readonly BandLook[];
	readonly lookBy: 'dataset' | 'bar';
	readonly text: TextSize;
	/** Inside the bands, or after the end of every bar, nought included. */
	readonly numbers: 'inside' | 'end';
	/** Between bars that stand below each other in one row. */
	readonly gap?: number;
}

export interface RowLabelsOptions {
	readonly placement: 'beside' | 'above';
	readonly text: TextSize;
	/** Where the lines start, after the reference. */
	readonly indent: number;
	readonly rows: readonly {
		readonly reference: string;
		readonly lines: readonly string[];
		/** Stands where the bar would, when there is none. */
		readonly emptyNote?: string;
	}[];
}

export interface KeyOptions {
	readonly text: TextSize;
	/** From the left edge of the swatch, around the middle of the line. */
	readonly items: readonly {
		readonly x: number;
		readonly y: number;
		readonly label: string;
		readonly look: BandLook;
	}[];
}

export interface DayAxisOptions {
	readonly text: TextSize;
	readonly ticks: readonly { readonly value: number; readonly label: string }[];
	/** The day that the figures were taken, marked by a line. */
	readonly asAt: { readonly value: number; readonly label: string } | null;
	/** How far the first row stands above the plot: the day is written above that. CSS pixels, 0 where left out. */
	readonly rowsAbove?: number;
	/** What the upright axis counts, written level above it. */
	readonly countTitle: string;
}

export interface LineLabelsOptions {
	readonly text: TextSize;
	readonly labels: readonly {
		readonly dataset: number;
		readonly index: number;
		readonly lines: readonly string[];
		readonly colour: string;
	}[];
}

export interface DumbbellsOptions {
	readonly text: TextSize;
	/** From the left edge of the mark, around its middle. */
	readonly key: readonly {
		readonly mark: 'from' | 'to';
		readonly label: string;
		readonly x: number;
		readonly y: number;
	}[];
	/** On the axis of days; null where there is nothing to mark. */
	readonly rows: readonly (Dumbbell | null)[];
}

export interface Dumbbell {
	readonly from: number;
	readonly to: number;
	readonly words: string;
}

export interface PanelsOptions {
	readonly text: TextSize;
	/** One for each count of a panel. */
	readonly looks: readonly BandLook[];
	/** The count at the right end of every strip. */
	readonly scale: number;
	readonly panels: readonly {
		readonly x: number;
		readonly nameY: number;
		readonly name: string;
		readonly lines: readonly string[];
		readonly strip: Box;
		readonly counts: readonly number[];
	}[];
}

export interface NoteOptions {
	readonly text: TextSize;
	readonly note: string;
}

declare module 'chart.js' {
	// The parameter has to be repeated for the two declarations to merge.
	// eslint-disable-next-line @typescript-eslint/no-unused-vars
	interface PluginOptionsByType<TType extends ChartType> {
		bands?: BandsOptions;
		rowLabels?: RowLabelsOptions;
		key?: KeyOptions;
		dayAxis?: DayAxisOptions;
		lineLabels?: LineLabelsOptions;
		dumbbells?: DumbbellsOptions;
		panels?: PanelsOptions;
		note?: NoteOptions;
	}
}

type OwnOptions = {
	bands: BandsOptions;
	rowLabels: RowLabelsOptions;
	key: KeyOptions;
	dayAxis: DayAxisOptions;
	lineLabels: LineLabelsOptions;
	dumbbells: DumbbellsOptions;
	panels: PanelsOptions;
	note: NoteOptions;
};

/** As the chart's function gave them: Chart.js's own resolver would take arrays for per-point options. */
export function optionsOf<Name extends keyof OwnOptions>(
	chart: Chart,
	name: Name
): OwnOptions[Name] | undefined {
	const plugins = chart.config.options?.plugins as Partial<OwnOptions> | undefined;
	return plugins?.[name];
}
