import { describe, expect, it } from 'vitest';
import { changedLines, sensitiveChanges } from './sensitive-changes';

const before = {
  town: 'Leeds',
  email: 'nora@example.org',
  helpLines: [{ id: 1, __temp_key__: 'a0', name: 'Samaritans', call: '116 123', chat: null }],
  comments: { id: 2, keepNotesDays: 180, mailTo: null, wordList: null },
  workshops: { id: 3, howToPay: 'Account 1', keepDays: 90 },
};
const labels = (after: Record<string, unknown>) => sensitiveChanges(before, after).map(({ label }) => label);

describe('sensitiveChanges', () => {
  it('finds none where only other fields change, or what the form adds by itself', () => {
    expect(
      labels({
        ...before,
        town: 'York',
        helpLines: [{ chat: '', call: '116 123', name: 'Samaritans', __temp_key__: 'b1' }],
        comments: { ...before.comments, mailTo: '', wordList: 'casino' },
      }),
    ).toEqual([]);
  });
  it('finds none where a component is opened for the first time and keeps what held before', () => {
    const empty = { comments: null, workshops: undefined };
    expect(sensitiveChanges(empty, { comments: { keepNotesDays: 180 }, workshops: { keepDays: 90 } })).toEqual([]);
    expect(sensitiveChanges(empty, { ...empty, workshops: { keepDays: 30 } })).toHaveLength(1);
  });
  it('names money, help lines, retention and the address for emails', () => {
    expect(labels({ ...before, workshops: { ...before.workshops, howToPay: 'Account 2' } })).toEqual([
      'How people pay',
    ]);
    expect(labels({ ...before, email: 'other@example.org' })).toEqual(['Your email address on the site']);
    expect(labels({ ...before, helpLines: [{ name: 'Samaritans', call: '116 124' }] })).toEqual(['Help lines']);
    expect(labels({ ...before, helpLines: [] })).toEqual(['Help lines']);
    expect(labels({ ...before, comments: { ...before.comments, mailTo: 'a@example.org' } })).toEqual([
      'Where emails to you go',
    ]);
    expect(labels({ ...before, comments: { ...before.comments, mail: 'full' } })).toEqual(['What emails to you say']);
    const [notes] = sensitiveChanges(before, { ...before, comments: { ...before.comments, keepNotesDays: 30 } });
    expect(notes).toEqual({
      label: 'How long private notes are kept',
      consequence: 'From 180 to 30 days. What is older is deleted for good, tonight.',
    });
  });
});

describe('changedLines', () => {
  it('names the lines whose numbers were not there before, wherever they are in the list', () => {
    const line = { name: 'Shout', text: '85258', checked: '2026-11-22' };
    expect(changedLines(before, { ...before, helpLines: [line, ...before.helpLines] })).toEqual([
      { path: 'helpLines.0.checked', tried: 'texted Shout on 85258', checked: '2026-11-22' },
    ]);
    expect(changedLines(before, { ...before, helpLines: [{ name: 'The Samaritans', call: '116123' }] })).toEqual([]);
  });
  it('names every way that has to be tried', () => {
    const tried = (line: object) => changedLines(before, { ...before, helpLines: [line] })[0]?.tried;
    expect(tried({ name: 'Childline', call: '0800 1112', relay: '18001 0800 1111' })).toBe(
      'called Childline on 0800 1112 and through Relay UK',
    );
    expect(tried({ name: 'Papyrus', call: '0800 068 4142', text: '88247' })).toBe(
      'called Papyrus on 0800 068 4142, and texted 88247',
    );
  });
});
