import { aKey } from './assignment-facts.ts';
import { submit } from './routes.ts';
import { stage } from './scene.ts';
import type { WayIn } from './ways-in.ts';

const PACKS = '/(app)/board-packs';
const SAID = {
	...{ meeting: 'Force board', purpose: 'note', marking: 'official' },
	...{ 'meetingOn-day': '20', 'meetingOn-month': '3', 'meetingOn-year': '2026' },
	...{ 'asAt-day': '2', 'asAt-month': '3', 'asAt-year': '2026' }
};

/** Every way to change a board pack, or to take one away: the draft is one of Kent. */
export const PACK_WAYS_IN: readonly WayIn[] = [
	preparing({}, { of: 'service', action: 'prepare-national-pack' }),
	preparing({ organisation: 'KENT' }, { of: 'assignment', action: 'prepare-own-pack' }),
	form('change', SAID),
	form('comments/[ref]/[org]', { text: 'They have named an owner' }),
	form('drop', {}),
	form('issue', {})
];

function preparing(fields: Record<string, string>, needs: WayIn['needs']): WayIn {
	const id = `${PACKS}/new`;
	return {
		...{ name: `${id} default`, needs, done: [303] },
		async make(app, scene, _role, number) {
			await stage(app, scene, 'in-progress', number);
			const asked = { id, action: 'default', params: {} };
			return (actor) => submit(app, actor, asked, stamped({ ...SAID, ...fields }));
		}
	};
}

function form(path: string, fields: Readonly<Record<string, string>>): WayIn {
	const id = `${PACKS}/[key]/${path}`;
	return {
		name: `${id} default`,
		needs: { of: 'assignment', action: 'prepare-own-pack', isHidden: true },
		done: [303],
		async make(app, scene, _role, number) {
			const {
				packKey: key,
				reference,
				organisation
			} = await stage(app, scene, 'in-progress', number);
			const asked = { id, action: 'default', params: { key, ref: reference, org: organisation } };
			return (actor) => submit(app, actor, asked, stamped({ ...fields, version: '1' }));
		}
	};
}

function stamped(fields: Readonly<Record<string, string>>): Record<string, string> {
	return { ...fields, submissionKey: aKey().padEnd(16, 'x') };
}
