import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { sendConsoleToLog } from './console-to-log';

const lines: string[] = [];
const collect =
  (level: string) =>
  (...entry: unknown[]): void =>
    void lines.push(`${level} ${JSON.stringify(entry)}`);

let undo: () => void;
beforeEach(() => {
  lines.length = 0;
  undo = sendConsoleToLog({ error: collect('error'), warn: collect('warn') });
});
afterEach(() => undo());

describe('what a library prints', () => {
  it('is logged without its texts, with the function and file that printed it', () => {
    const complainAboutNothing = () => void globalThis.console.error('a lighthouse with a green door');
    complainAboutNothing();
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^error .*A library reported a problem\..*complainAboutNothing/);
    expect(lines[0]).not.toContain('lighthouse');
  });

  it('is logged with the error’s name and the codes of its causes', () => {
    const cause = Object.assign(new Error('connect 10.0.0.1'), { code: 'ECONNREFUSED' });
    globalThis.console.warn('a lighthouse', new TypeError('fetch failed', { cause }));
    expect(lines[0]).toContain('TypeError ECONNREFUSED');
    expect(lines[0]).not.toMatch(/lighthouse|10\.0\.0\.1/);
  });

  it('is a warning of Node by its name, not a problem of a library', async () => {
    process.emitWarning('a lighthouse', 'MaxListenersExceededWarning');
    process.emitWarning('a lighthouse', 'DeprecationWarning');
    await vi.waitFor(() => expect(lines).toHaveLength(1));
    expect(lines[0]).toMatch(/^warn .*Node warns\..*MaxListenersExceededWarning/);
    expect(lines[0]).not.toContain('lighthouse');
  });
});
