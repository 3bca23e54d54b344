import { mkdtempSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { failureSentence } from './failure-sentence';

const thrownBy = (work: () => unknown): unknown => {
  try {
    return work();
  } catch (error) {
    return error;
  }
};

describe('what a command says about an error that it did not expect', () => {
  it('is one sentence with the path, the code and what to do', () => {
    expect(failureSentence(thrownBy(() => mkdtempSync('/no/such/folder-')))).toBe(
      'The command failed: /no/such/folder-XXXXXX can’t be used (ENOENT), because it does not exist.',
    );
    const full = Object.assign(new Error('ENOSPC: no space left on device, write'), {
      code: 'ENOSPC',
      syscall: 'write',
    });
    expect(failureSentence(full)).toBe(
      'The command failed: “write” can’t be used (ENOSPC), because there is no room left on the disk: make room.',
    );
  });

  it('is the first line of any other error, with where it came from', () => {
    expect(failureSentence(new TypeError('x is not a function.\nat a line'))).toMatch(
      /^The command failed: x is not a function \(TypeError.*\)\.$/,
    );
    expect(failureSentence('odd')).toBe('The command failed: odd (unknown).');
  });
});
