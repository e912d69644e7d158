import { Stop, type Command } from '../io.ts';
import { configOf, readRegisterState } from '../register-folder.ts';
import { signInLines } from './sample.ts';

export const signIns: Command = {
	name: 'sign-ins',
	summary: 'Who can sign in to the sample register',
	async run(_args, io) {
		const { kind } = await readRegisterState(configOf(io), io);
		if (kind !== 'sample') throw new Stop('Only a sample register has accounts that all may know.');
		io.out(signInLines());
		return 0;
	}
};
