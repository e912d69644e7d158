import type { Order, Printed } from './press.ts';

/**
 * In the process of a press: makes what is ordered, one after the other where `make` is done at once.
 * What is being made is finished before the service stops; the service, by stopping, stops this.
 */
export function answerOrders<Input>(
	make: (input: Input) => Uint8Array | Promise<Uint8Array>
): void {
	// The service may go while it is told something, which is nobody's fault.
	const answer = (printed: Printed) =>
		process.connected && process.send?.(printed, undefined, undefined, () => undefined);
	for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => undefined);
	process.once('disconnect', () => process.exit());
	process.on('message', ({ id, input }: Order<Input>) => {
		Promise.resolve(input)
			.then(make)
			.then(
				(bytes) => answer({ id, bytes }),
				(thrown: unknown) => answer({ id, problem: String((thrown as Error).message) })
			);
	});
}
