import { describe, expect, it } from 'vitest';
import type { CareFlag } from './care-flag';
import { keepFlag } from './kept-flag';

const danger: CareFlag = { kind: 'self', urgent: true, reasons: ['Wants to die'] };
const distress: CareFlag = { kind: 'someone else', urgent: false, reasons: ['Cannot sleep'] };
const wasChanged = 'Found in an earlier version of this text';

describe('the care flag of a changed text', () => {
  it('is what the rules find, where there was none before', () => {
    expect(keepFlag(danger, null)).toEqual(danger);
    expect(keepFlag(null, null)).toBeNull();
  });

  it('stays when the words that it was for are gone, and says so once', () => {
    const kept = keepFlag(null, danger);
    expect(kept).toEqual({ ...danger, reasons: ['Wants to die', wasChanged] });
    expect(keepFlag(null, kept)).toEqual(kept);
  });

  it('is the more serious of both, with the reasons of both', () => {
    expect(keepFlag(distress, danger)).toEqual({
      kind: 'self',
      urgent: true,
      reasons: ['Cannot sleep', 'Wants to die', wasChanged],
    });
    expect(keepFlag(danger, distress)).toMatchObject({ kind: 'self', urgent: true });
    expect(keepFlag(danger, danger)).toEqual(danger);
  });
});
