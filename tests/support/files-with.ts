import { execFileSync } from 'node:child_process';

const search = `
const { readdirSync, readFileSync } = require('node:fs');
const [dir, ...traces] = process.argv.slice(1);
const files = readdirSync(dir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
const has = (file) => { const bytes = readFileSync(file).toString('latin1').toLowerCase(); return traces.some((trace) => bytes.includes(trace.toLowerCase())); };
console.log(JSON.stringify(files.map((entry) => entry.parentPath + '/' + entry.name).filter(has)));
`;

/**
 * The files below a folder in which one of these traces stands, whatever its capitals. Another process looks: closing a
 * file of SQLite's in this one would release the locks of the CMS that runs here (POSIX), and a second process take its
 * log away.
 */
export const filesWith = (dir: string, traces: readonly string[]): string[] =>
  JSON.parse(execFileSync(process.execPath, ['-e', search, dir, ...traces], { encoding: 'utf8' })) as string[];
