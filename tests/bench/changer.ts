import Database from 'better-sqlite3';

/** Changes a row, from outside and of no meaning, so that the service has to count everything again. */
export function openChanger(file: string): () => void {
	const connection = new Database(file);
	connection.pragma('busy_timeout = 5000');
	const change = connection.prepare(
		`insert into setting (key, value) values ('bench', '1')
		on conflict (key) do update set value = value + 1`
	);
	process.once('exit', () => connection.close());
	return () => void change.run();
}
