// Preloaded into every child. When the parent is gone, by whatever means, the channel to it closes
// and the child goes too, so that no forgotten npm or Vite writes into a folder that the next start is
// putting right, and no forgotten server holds the port.

const signal = process.env.TRACKER_LEASH;
delete process.env.TRACKER_LEASH;

if (signal && process.channel) {
	process.once('disconnect', () => {
		try {
			process.kill(-process.pid, signal);
		} catch {
			process.kill(process.pid, signal);
		}
	});
	process.channel.unref();
}
