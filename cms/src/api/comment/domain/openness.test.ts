import { describe, expect, it } from 'vitest';
import { type OpennessFacts, opennessOf } from './openness';

const at = (day: string): Date => new Date(`2026-${day}T09:00:00.000Z`);
const facts: OpennessFacts = {
  commentsOpen: true,
  published: at('01-01'),
  closeAfterDays: null,
  awayUntil: null,
  awayMessage: null,
};
const closed = (why: string) => ({ open: false, why, until: null, message: null });

describe('comments on a post', () => {
  it('stay open for good if nothing closes them', () => {
    expect(opennessOf(facts, at('12-31'))).toEqual({ openness: { open: true }, changesAt: null });
  });

  it('are closed if the post says so, whatever else applies', () => {
    expect(opennessOf({ ...facts, commentsOpen: false, awayUntil: at('05-01') }, at('02-01'))).toEqual({
      openness: closed('post'),
      changesAt: null,
    });
  });

  it('close by age at an exact instant, which is known beforehand', () => {
    const aging = { ...facts, closeAfterDays: 30 };
    expect(opennessOf(aging, new Date(at('01-31').getTime() - 1))).toEqual({
      openness: { open: true },
      changesAt: at('01-31'),
    });
    expect(opennessOf(aging, at('01-31'))).toEqual({ openness: closed('age'), changesAt: null });
  });

  it('are closed while the counsellor is away, with a message, and open again by themselves', () => {
    const away = { ...facts, awayUntil: at('05-01'), awayMessage: 'Back in May.' };
    const openness = { open: false, why: 'away', until: at('05-01').toISOString(), message: 'Back in May.' };
    expect(opennessOf(away, at('04-30'))).toEqual({ openness, changesAt: at('05-01') });
    expect(opennessOf(away, at('05-01'))).toEqual({ openness: { open: true }, changesAt: null });
    expect(opennessOf({ ...away, closeAfterDays: 100 }, at('04-01')).changesAt).toEqual(at('04-11'));
    expect(opennessOf({ ...away, closeAfterDays: 200 }, at('04-01')).changesAt).toEqual(at('05-01'));
  });
});
