import type { WorkshopState, WorkshopSummary } from 'shared';
import { describe, expect, it } from 'vitest';
import { nextOf } from './next-workshop';

const coming = (...states: WorkshopState[]) => states.map((state) => ({ state }) as WorkshopSummary);

describe('the next workshop', () => {
  it('has not begun and was not cancelled', () => {
    expect(nextOf(coming('under way', 'cancelled', 'full', 'open'))?.state).toBe('full');
    expect(nextOf(coming('closed', 'open'))?.state).toBe('closed');
  });

  it('may not be there', () => {
    expect([nextOf([]), nextOf(coming('cancelled'))]).toEqual([null, null]);
  });
});
