import { describe, expect, it } from 'vitest';
import { careFlag } from './care-flag';
import { flagged } from './examples/flagged';
import { unflagged } from './examples/unflagged';

const danger = flagged.filter(({ urgent }) => urgent);
const told = (words: string): string => `${words} -> ${JSON.stringify(careFlag(words))}`;

describe('the written examples', () => {
  it('are enough each way, and no two are the same', () => {
    expect(flagged.length).toBeGreaterThanOrEqual(80);
    expect(danger.length).toBeGreaterThanOrEqual(50);
    expect(unflagged.length).toBeGreaterThanOrEqual(80);
    expect(new Set([...flagged.map(({ words }) => words), ...unflagged]).size).toBe(flagged.length + unflagged.length);
  });

  it.each(danger)('present danger is never missed: $words', ({ words, kind }) => {
    expect(careFlag(words)).toMatchObject({ kind, urgent: true });
  });

  it('of all that must be flagged, at most one in twenty is missed', () => {
    const missed = flagged.filter(({ words, kind }) => careFlag(words)?.kind !== kind).map(({ words }) => told(words));
    expect(missed.length / flagged.length, `missed:\n${missed.join('\n')}`).toBeLessThanOrEqual(0.05);
  });

  it('distress without danger is not called urgent', () => {
    const alarmed = flagged.filter(({ words, urgent }) => !urgent && careFlag(words)?.urgent).map(({ words }) => told(words));
    expect(alarmed.length / flagged.filter(({ urgent }) => !urgent).length, `called urgent:\n${alarmed.join('\n')}`).toBeLessThanOrEqual(0.1);
  });

  it('of the others at most one in ten is flagged', () => {
    const alarmed = unflagged.filter((words) => careFlag(words) !== null).map(told);
    expect(alarmed.length / unflagged.length, `flagged:\n${alarmed.join('\n')}`).toBeLessThanOrEqual(0.1);
  });
});
