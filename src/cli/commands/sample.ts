import { parseArgs } from 'node:util';
import { londonDay } from '#lib/domain/plain-date.ts';
import { SAMPLE_PASSWORD, SAMPLE_SIGN_INS } from '#lib/domain/sample.ts';
import { Stop, type Command, type Io } from '../io.ts';
import { makeRegister } from '../make-register.ts';
import { configOf, readRegisterState, type RegisterState } from '../register-folder.ts';
import { makeSample } from '../sample/make-sample.ts';
import { readSeed } from '../seed/load.ts';

export const sample: Command = {
	name: 'sample',
	summary: 'Makes the sample register, where there is none or an old one is untouched',
	usage: '[--again]  makes an untouched one anew, whenever it was made',
	async run(args, io) {
		const { values } = parseArgs({
			args: [...args],
			options: { again: { type: 'boolean', default: false } }
		});
		const config = configOf(io);
		const state = await readRegisterState(config, io);
		if (state.kind === 'real') {
			throw new Stop(`The register in ${config.dataDir} is a real one. Nothing was changed.`);
		}
		if (isWanted(state, values.again, io)) {
			const began = io.clock.now();
			const isMade = await makeRegister(config, io, state.kind !== 'none', async (app) => {
				const done = await makeSample(app, readSeed(), progress(io));
				io.err(`The sample register: ${done} things done in ${seconds(io, began)} s`);
			});
			if (!isMade) io.err('Another process has made a register there meanwhile. It stays.');
		} else if (state.kind === 'sample' && values.again) {
			throw new Stop('Somebody has worked in the sample register. It was left as it is.');
		}
		io.out(signInLines());
		return 0;
	}
};

/** Dates never age: a sample that nobody has touched is told anew each day, relative to that day. */
function isWanted(state: RegisterState, isAgain: boolean, io: Io): boolean {
	if (state.kind === 'none' || state.kind === 'empty') return true;
	if (state.kind !== 'sample' || state.isTouched) return false;
	return isAgain || state.madeOn < londonDay(io.clock.now());
}

export function signInLines(): string {
	const width = Math.max(...SAMPLE_SIGN_INS.map(({ email }) => email.length));
	const lines = SAMPLE_SIGN_INS.map(({ email, words }) => `  ${email.padEnd(width)}  ${words}`);
	return [
		`Sign in as one of these, with the password ${SAMPLE_PASSWORD}`,
		'Everything in this register is invented.',
		'',
		...lines
	].join('\n');
}

function progress(io: Io): (done: number, all: number) => void {
	let told = 0;
	return (done, all) => {
		const tenth = Math.floor((done / all) * 10);
		if (tenth === told) return;
		told = tenth;
		if (io.isInteractive && tenth % 2 === 0) io.err(`Making the sample register: ${tenth * 10} %`);
	};
}

function seconds(io: Io, began: number): string {
	return ((io.clock.now() - began) / 1000).toFixed(1);
}
