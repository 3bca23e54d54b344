import { type HelpLine, helpLines as copy, type Practice } from 'shared';
import { describe, expect, it } from 'vitest';
import { checkedSince, footLines, helpLinesOf, helpShelves } from './help-lines';

const practiceWith = (helpLines: HelpLine[]) => ({ helpLines }) as Practice;
const [emergency, samaritans] = copy as [HelpLine, HelpLine];

describe('help lines', () => {
  it('are the practice’s own, or the copy', () => {
    expect(helpLinesOf(practiceWith([samaritans]))).toEqual({ lines: [samaritans], copied: false });
    expect(helpLinesOf(practiceWith([])).copied).toBe(true);
    expect(helpLinesOf(null)).toEqual({ lines: copy, copied: true });
  });

  it('stand on shelves, what is most pressing first', () => {
    expect(helpShelves(copy).map((shelf) => shelf.kind)).toEqual(['emergency', 'talk', 'particular']);
    expect(helpShelves([samaritans]).map((shelf) => shelf.id)).toEqual(['talk']);
  });

  it('give the foot one number for danger and one to talk to, for the whole country', () => {
    expect(footLines(copy)).toEqual({ danger: emergency, talk: samaritans });
    expect(footLines([{ ...samaritans, nation: 'Wales' }])).toEqual({ danger: undefined, talk: undefined });
  });

  it('say the day of the oldest check', () => {
    expect(checkedSince([emergency, { ...samaritans, checked: '2025-01-01' }])).toBe('2025-01-01');
    expect(checkedSince([])).toBeNull();
  });
});
