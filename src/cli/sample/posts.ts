import type { SampleAssignment } from './step.ts';
import { LONG_POST_TITLE } from './texts/set-pieces.ts';

const FORCE: Readonly<Record<number, string>> = {
	3: 'Head of Custody and Contact',
	5: 'Head of Intelligence',
	7: 'Head of Serious and Organised Crime',
	8: 'Head of Serious and Organised Crime',
	10: 'Head of Learning and Development'
};

const REGIONAL_UNIT: Readonly<Record<number, string>> = {
	5: 'Head of Regional Intelligence',
	6: 'Head of Regional Intelligence',
	7: 'Head of Operations',
	8: 'Head of Operations',
	10: 'Workforce Development Manager'
};

/** The post that answers for a recommendation in an organisation of this kind. */
export function postFor({ number, organisation, kind }: SampleAssignment): string {
	if (organisation === 'NCA') return number === 5 ? LONG_POST_TITLE : 'Director, Threat Leadership';
	if (organisation === 'BSC') return number === 9 ? 'Head of International' : 'Head of Strategy';
	if (kind === 'police-force') return FORCE[number] ?? 'Assistant Chief Constable (Crime)';
	if (kind === 'regional-unit') return REGIONAL_UNIT[number] ?? 'Head of Unit';
	return 'Deputy Director, Organised Immigration Crime';
}
