import { describe, expect, it } from 'vitest';
import { type Confirmed, isLetThrough } from './auto-approve';

const right: Confirmed = {
  holds: 'first-timers',
  confirmed: true,
  state: 'waiting',
  audience: 'everyone',
  careFlagged: false,
  suspicions: [],
  personalDetails: false,
  approvedBefore: true,
};

describe('a comment of somebody whom she let through before', () => {
  it('appears once its own email was answered', () => {
    expect(isLetThrough(right)).toBe(true);
  });

  it.each<[string, Partial<Confirmed>]>([
    ['she reads every comment first', { holds: 'all' }],
    ['it was not confirmed itself', { confirmed: false }],
    ['it was decided already', { state: 'declined' }],
    ['it is spam', { state: 'spam' }],
    ['it is for her alone', { audience: 'counsellor' }],
    ['somebody may be struggling', { careFlagged: true }],
    ['a rule suspects it', { suspicions: ['It has three links.'] }],
    ['it holds personal details', { personalDetails: true }],
    ['she never let one through', { approvedBefore: false }],
  ])('waits when %s', (_why, fact) => {
    expect(isLetThrough({ ...right, ...fact })).toBe(false);
  });
});
