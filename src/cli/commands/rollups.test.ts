import { expect, test } from 'vitest';
import { fakeTerminal } from '../../../tests/support/fake-io.ts';
import { tamper } from '../../../tests/support/in-register.ts';

test('daily counts that are not what the history says are noticed by the check and put right', async () => {
	const terminal = fakeTerminal();
	await terminal.run('init --email a@b.test --name A --link');
	expect(await terminal.run('rollups')).toMatchObject({
		...{ code: 0, out: '', err: '281 daily counts, as the history has them: nothing to put right' }
	});

	tamper(
		terminal,
		'delete from daily_flow where assignment_id = 1',
		`update daily_flow set on_day = '2020-01-01' where assignment_id = 2`
	);
	const found = await terminal.run('check');
	expect(found.code).toBe(1);
	expect(found.out).toBe(
		'The daily counts behind the charts are not what the history says of 2 assignments, ' +
			'such as OIC-1/BSC: npm run tracker -- rollups makes them again'
	);

	expect(await terminal.run('rollups')).toMatchObject({
		code: 0,
		out: 'OIC-1/BSC\nOIC-1/NCA',
		err: 'Put right for 2 assignments: 2 added, 1 removed. Now 281 daily counts'
	});
	expect((await terminal.run('check')).code).toBe(0);
});
