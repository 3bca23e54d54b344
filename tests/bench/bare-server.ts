import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

// What a server on Node costs at the least: the same bytes and headers for whatever is asked.
const { status, headers, body } = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as {
  status: number;
  headers: Record<string, string>;
  body: string;
};
const bytes = Buffer.from(body, 'base64');
const server = createServer((_request, response) => {
  response.writeHead(status, headers);
  response.end(bytes);
});
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as { port: number }).port));
process.once('SIGTERM', () => process.exit(0));
