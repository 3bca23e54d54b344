import { describe, expect, it } from 'vitest';
import { errorsLeft } from './errors-left';

const before = { title: '', summary: 'Long', sessions: [{ day: '2025-01-01', ends: '09:00' }, { day: null }] };
const errors = {
  title: { id: 'required', defaultMessage: 'This can’t be empty.' },
  summary: 'Too long',
  sessions: [{ day: 'In the past' }, { day: 'Empty' }],
};

describe('the errors of a form', () => {
  it('stand while their fields are the same', () => {
    expect(errorsLeft(errors, before, { ...before, slug: 'a-harbour' })).toBe(errors);
  });

  it('end with a change of their field, and no other does', () => {
    const left = errorsLeft(errors, before, { ...before, title: 'A' });
    expect(left).toEqual({ summary: 'Too long', sessions: errors.sessions });
  });

  it('inside rows end with a change there', () => {
    const sessions = [{ day: '2027-01-01', ends: '09:00' }, { day: null }];
    expect(errorsLeft(errors, before, { ...before, sessions })).toEqual({
      title: errors.title,
      summary: 'Too long',
      sessions: { 1: { day: 'Empty' } },
    });
    expect(errorsLeft({ 'sessions.0.day': 'In the past' }, before, { ...before, sessions })).toEqual({});
  });

  it('inside rows end when a row is added or taken away', () => {
    const left = errorsLeft(errors, before, { ...before, sessions: [{ day: null }] });
    expect(left).toEqual({ title: errors.title, summary: 'Too long' });
  });
});
