import { OVERSEAS_THEME, TRAINING_THEME } from './texts/cooperation.ts';
import { IDENTIFICATION_THEME } from './texts/identification.ts';
import { ANALYSIS_THEME, GATHERING_THEME, SHARING_THEME } from './texts/intelligence.ts';
import { OVERSIGHT_THEME, ROLES_THEME } from './texts/leadership.ts';
import { DISRUPTION_THEME, GRADING_THEME } from './texts/targeting.ts';
import type { Theme } from './texts/theme.ts';

const THEMES: Readonly<Record<number, Theme>> = {
	1: ROLES_THEME,
	2: OVERSIGHT_THEME,
	3: IDENTIFICATION_THEME,
	4: GATHERING_THEME,
	5: SHARING_THEME,
	6: ANALYSIS_THEME,
	7: GRADING_THEME,
	8: DISRUPTION_THEME,
	9: OVERSEAS_THEME,
	10: TRAINING_THEME
};

/** What owners say about a recommendation, by its number. */
export function themeOf(recommendation: number): Theme {
	const theme = THEMES[recommendation];
	if (!theme) throw new RangeError(`The sample has no texts for recommendation ${recommendation}`);
	return theme;
}
