import { settings } from './settings';

const levels = ['debug', 'info', 'warn', 'error'] as const;

function write(level: (typeof levels)[number], words: string): void {
  if (levels.indexOf(level) < levels.indexOf(settings().logLevel)) return;
  process.stderr.write(`${new Date().toISOString()} ${level} ${words}\n`);
}

/** One line a happening on standard error, for the web team: what and why, never who. No address, no query, no words of a reader. */
export const log = {
  debug: (words: string) => {
    write('debug', words);
  },
  info: (words: string) => {
    write('info', words);
  },
  warn: (words: string) => {
    write('warn', words);
  },
  error: (words: string) => {
    write('error', words);
  },
};
