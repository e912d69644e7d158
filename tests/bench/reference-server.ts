import { createServer } from 'node:http';

// A plain server that sends what it is told to, so that a page can be compared with sending its bytes. Runs
// as a process of its own, like the service.

export interface Copy {
	readonly headers: Readonly<Record<string, string>>;
	/** In base64. */
	readonly body: string;
}

let headers: Copy['headers'] = {};
let body = Buffer.alloc(0);

const server = createServer((_request, response) => {
	response.writeHead(200, headers);
	response.end(body);
});

process.on('message', (copy: Copy) => {
	headers = copy.headers;
	body = Buffer.from(copy.body, 'base64');
	process.send?.('ready');
});

server.listen(Number(process.env['PORT']), '127.0.0.1', () => process.send?.('ready'));
