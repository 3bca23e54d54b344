import { describe, expect, it } from 'vitest';
import { careFlag } from './care-flag';
import { flagged as firstFlagged } from './examples/flagged';
import { heldBackFlagged } from './examples/held-back-flagged';
import { heldBackUnflagged } from './examples/held-back-unflagged';
import { unflagged as firstUnflagged } from './examples/unflagged';

const flagged = [...firstFlagged, ...heldBackFlagged];
const unflagged = [...firstUnflagged, ...heldBackUnflagged];
const urgent = flagged.filter((example) => example.urgent);
const distressed = flagged.filter((example) => !example.urgent);
const told = (text: string): string => `${text} -> ${JSON.stringify(careFlag(text))}`;

describe('the written examples', () => {
  it('are as many as docs/reference/spam-and-care.md says, and no two are the same', () => {
    expect([urgent.length, flagged.length, unflagged.length]).toEqual([180, 225, 206]);
    expect(new Set([...flagged.map(({ text }) => text), ...unflagged]).size).toBe(flagged.length + unflagged.length);
  });

  it.each(urgent)('present danger is never missed: $text', ({ text, kind }) => {
    expect(careFlag(text)).toMatchObject({ kind, urgent: true });
  });

  it('of all that must be flagged, at most one in twenty is missed', () => {
    const missed = flagged.filter(({ text, kind }) => careFlag(text)?.kind !== kind).map(({ text }) => told(text));
    expect(missed.length / flagged.length, `missed:\n${missed.join('\n')}`).toBeLessThanOrEqual(0.05);
  });

  it('of distress without danger, at most one in ten is called urgent', () => {
    const alarmed = distressed.filter(({ text }) => careFlag(text)?.urgent).map(({ text }) => told(text));
    expect(alarmed.length / distressed.length, `called urgent:\n${alarmed.join('\n')}`).toBeLessThanOrEqual(0.1);
  });

  it('of the others at most one in a hundred is flagged', () => {
    const alarmed = unflagged.filter((words) => careFlag(words) !== null).map(told);
    expect(alarmed.length / unflagged.length, `flagged:\n${alarmed.join('\n')}`).toBeLessThanOrEqual(0.01);
  });
});

describe('careFlag', () => {
  it('reads through disguises and ways of typing', () => {
    for (const words of [
      'I WANT TO DIE',
      'i w\u200Bant to d\u200Bie',
      'I wаnt tо diе',
      'Ｉ ｗａｎｔ ｔｏ ｄｉｅ',
      'i wanna dieeee',
      'i want to k1ll myself',
      'I\u202E want to die',
    ]) {
      expect(careFlag(words), words).toMatchObject({ kind: 'self', urgent: true });
    }
  });

  it('says why in sentences, danger first, each once, and nothing as a score', () => {
    expect(careFlag('I feel hopeless. I want to die. I want to die. My dad hits me.')).toEqual({
      kind: 'self',
      urgent: true,
      reasons: ['Says that they want to die', 'Says that somebody hurts them', 'Feels hopeless or worthless'],
    });
  });

  it('is not silenced by what stands beside it', () => {
    for (const beside of [
      'Ten years ago I wanted to die and today I am glad.',
      'You write “I want to die” in the second line.',
      'I’m not suicidal.',
      'The song “Killing Me Softly” was on.',
      'I’m dead tired.',
    ]) {
      expect(careFlag(beside), beside).toBeNull();
      expect(careFlag(`${beside} I’m going to kill myself tonight.`), beside).toMatchObject({ urgent: true });
      expect(careFlag(`I’m going to kill myself tonight. ${beside}`), beside).toMatchObject({ urgent: true });
    }
  });

  it('takes a quotation for what it is', () => {
    expect(careFlag('My son said “I want to die”')).toMatchObject({ kind: 'someone else', urgent: true });
    expect(careFlag('My husband shouted “I will kill you”')).toMatchObject({ kind: 'self', urgent: true });
    expect(careFlag('I keep thinking “I want to die”')).toMatchObject({ kind: 'self', urgent: true });
    expect(careFlag('“I want to die”')).toMatchObject({ kind: 'self', urgent: true });
    expect(careFlag('The book is called ‘I want to die’')).toBeNull();
  });

  it('hears long ago, and whether it is over', () => {
    expect(careFlag('When I was nine my uncle touched me.')).toMatchObject({ kind: 'self', urgent: false });
    expect(careFlag('When I was nine my uncle touched me. I’m well now and glad that I told somebody.')).toBeNull();
    expect(careFlag('When I was nine my uncle touched me. He came back last night.')).not.toBeNull();
  });

  it('hears a "not" right before, and no further away', () => {
    for (const words of [
      'I’m not going to kill myself.',
      'I would never hurt myself.',
      'I am no longer thinking about killing myself.',
      'My father never hit me.',
    ])
      expect(careFlag(words), words).toBeNull();
    expect(careFlag('I’m not joking, I’m going to kill myself.')).toMatchObject({ urgent: true });
    expect(careFlag('I do not sleep and I keep thinking about killing myself.')).toMatchObject({ urgent: true });
  });

  it('puts a child’s distress among the urgent', () => {
    expect(careFlag('I cry every night')).toMatchObject({ urgent: false });
    expect(careFlag('I’m 12. I cry every night')).toMatchObject({ urgent: true });
  });

  it('finds nothing in nothing, or in other languages', () => {
    for (const words of ['', '   ', '💔', '...', 'Merci beaucoup', '谢谢', 'شكرا']) expect(careFlag(words)).toBeNull();
  });

  it.each([
    'i ',
    'i. ',
    'my. ',
    'a',
    '"',
    '" ',
    "'a",
    "'a ",
    '> ',
    'i really just ',
    'my best friend says ',
    'taken all ',
    '\u200B',
    'aaa',
    '*',
    '1',
  ])('takes no longer for %j over and over', (part) => {
    careFlag('warm');
    const words = part.repeat(5_000).slice(0, 5_000);
    const began = performance.now();
    careFlag(words);
    expect(performance.now() - began).toBeLessThan(1_500);
  });
});
