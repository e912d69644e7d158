import type { Role } from './actor.ts';

/** Of every account in the sample register, and therefore public: such a register is never served as a real one. */
export const SAMPLE_PASSWORD = 'sample-only-password';

export interface SampleSignIn {
	readonly email: string;
	/** Marked, so that nobody takes it for a real person's. */
	readonly name: string;
	readonly role: Role;
	/** Code of the organisation that the role is for; null where it is for none. */
	readonly organisation: string | null;
	/** Short, for a list of accounts to try. */
	readonly words: string;
}

/** Who can sign in to the sample register. Everybody else in it has no password. */
export const SAMPLE_SIGN_INS = [
	{
		email: 'admin@sample.test',
		name: 'Robin Carver (sample)',
		role: 'administrator',
		organisation: null,
		words: 'Administrator'
	},
	{
		email: 'inspector@sample.test',
		name: 'Alex Marlowe (sample)',
		role: 'inspector',
		organisation: null,
		words: 'Inspector'
	},
	{
		email: 'inspector2@sample.test',
		name: 'Jo Fairweather (sample)',
		role: 'inspector',
		organisation: null,
		words: 'Second inspector'
	},
	{
		email: 'kent.lead@sample.test',
		name: 'Morgan Reed (sample)',
		role: 'lead',
		organisation: 'KENT',
		words: 'Lead for Kent Police'
	},
	{
		email: 'kent.contributor@sample.test',
		name: 'Ash Whitlock (sample)',
		role: 'contributor',
		organisation: 'KENT',
		words: 'Contributor for Kent Police'
	},
	{
		email: 'nca.lead@sample.test',
		name: 'Sam Okonjo-Hale (sample)',
		role: 'lead',
		organisation: 'NCA',
		words: 'Lead for the National Crime Agency'
	},
	{
		email: 'bsc.lead@sample.test',
		name: 'Charlie Penrose (sample)',
		role: 'lead',
		organisation: 'BSC',
		words: 'Lead for Border Security Command'
	},
	{
		email: 'board@sample.test',
		name: 'Pat Lindqvist (sample)',
		role: 'observer',
		organisation: null,
		words: 'Board member who sees everything and changes nothing'
	}
] as const satisfies readonly SampleSignIn[];

export type SampleEmail = (typeof SAMPLE_SIGN_INS)[number]['email'];
