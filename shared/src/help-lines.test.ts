import { describe, expect, it } from 'vitest';
import { helpLine } from './contracts/practice.js';
import { helpLines } from './help-lines.js';

describe('the dated copy of the help lines', () => {
  it.each(helpLines)('$name is what the contract calls a help line', (line) => {
    expect(helpLine.parse(line)).toEqual(line);
  });

  it.each(helpLines)('$name can be reached in at least one way', ({ call, text, chat }) => {
    expect([call, text, chat].some((way) => way !== null)).toBe(true);
  });

  it('begins with the emergency number', () => {
    expect(helpLines[0]).toMatchObject({ kind: 'emergency', call: '999' });
  });
});
