import { describe, expect, it } from 'vitest';
import { readCareExamples } from '#src/api/comment/read-care-examples';
import { careFlag, combined } from './care-flag';
import { flagByRules } from './care-rules';

const examples = readCareExamples('examples');
const flagged = examples.filter(({ kind }) => kind !== null);
const unflagged = examples.filter(({ kind }) => kind === null).map(({ text }) => text);
const urgent = flagged.filter((example) => example.urgent);
const distressed = flagged.filter((example) => !example.urgent);
const described = (text: string): string => `${text} -> ${JSON.stringify(careFlag(text))}`;

describe('example comments', () => {
  it('are as many as docs/reference/spam-and-care.md says, and no two are the same', () => {
    expect([urgent.length, flagged.length, unflagged.length]).toEqual([180, 225, 206]);
    expect(new Set([...flagged.map(({ text }) => text), ...unflagged]).size).toBe(flagged.length + unflagged.length);
  });

  it.each(urgent)('are flagged as urgent if danger is present: $text', ({ text, kind }) => {
    expect(careFlag(text)).toMatchObject({ kind, urgent: true });
  });

  it('are flagged if they should be, all but one in twenty at most', () => {
    const missed = flagged.filter(({ text, kind }) => careFlag(text)?.kind !== kind).map(({ text }) => described(text));
    expect(missed.length / flagged.length, `missed:\n${missed.join('\n')}`).toBeLessThanOrEqual(0.05);
  });

  it('are called urgent for distress without danger once in ten at most', () => {
    const alarmed = distressed.filter(({ text }) => careFlag(text)?.urgent).map(({ text }) => described(text));
    expect(alarmed.length / distressed.length, `called urgent:\n${alarmed.join('\n')}`).toBeLessThanOrEqual(0.1);
  });

  it('are flagged without a reason once in a hundred at most', () => {
    const alarmed = unflagged.filter((words) => careFlag(words) !== null).map(described);
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

  it('gives its reasons as sentences, danger first, each once', () => {
    expect(careFlag('I feel hopeless. I want to die. I want to die. My dad hits me.')).toEqual({
      kind: 'self',
      urgent: true,
      reasons: ['Says that they want to die', 'Says that someone hurts them', 'Feels hopeless or worthless'],
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

  it('tells a quotation from what the writer thinks and what somebody close has said', () => {
    expect(careFlag('My son said “I want to die”')).toMatchObject({ kind: 'someone else', urgent: true });
    expect(careFlag('My husband shouted “I will kill you”')).toMatchObject({ kind: 'self', urgent: true });
    expect(careFlag('I keep thinking “I want to die”')).toMatchObject({ kind: 'self', urgent: true });
    expect(careFlag('“I want to die”')).toMatchObject({ kind: 'self', urgent: true });
    expect(careFlag('The book is called ‘I want to die’')).toBeNull();
  });

  it('is not urgent for what was long ago, and null if that is over', () => {
    expect(careFlag('When I was nine my uncle touched me.')).toMatchObject({ kind: 'self', urgent: false });
    expect(
      careFlag('When I was nine my uncle touched me. I’m well now and glad that I described somebody.'),
    ).toBeNull();
    expect(careFlag('When I was nine my uncle touched me. He came back last night.')).not.toBeNull();
  });

  it('is turned round by a "not" right before the phrase, and by none further away', () => {
    for (const words of [
      'I’m not going to kill myself.',
      'I would never hurt myself.',
      'I am no longer thinking about killing myself.',
      'My father never hit me.',
    ])
      expect(flagByRules(words), words).toBeNull();
    expect(careFlag('I’m not joking, I’m going to kill myself.')).toMatchObject({ urgent: true });
    expect(careFlag('I do not sleep and I keep thinking about killing myself.')).toMatchObject({ urgent: true });
  });

  it('tells work, figures of speech and what is long over from danger in the same words', () => {
    for (const words of [
      'Clients often tell me that they want to die, and we talk about it.',
      'A client once told me that she wanted to die. She runs a café now.',
      'In our service we ask everybody about thoughts of ending their life.',
      'When someone posts that they want to die, what do you answer?',
      'I have lost the will to live with this printer.',
      'He hit me for six in the match.',
      'Took an overdose of optimism.',
    ])
      expect(flagByRules(words), words).toBeNull();
    for (const words of [
      'My client says that he will kill himself tonight.',
      'When my brother says he wants to die, what do I answer?',
      'A film about grief was on and my sister took all her tablets.',
      'I have lost the will to live.',
      'He hit me for six years.',
      'Took an overdose last night.',
    ])
      expect(flagByRules(words), words).toMatchObject({ urgent: true });
    expect(flagByRules('I took an overdose a decade ago.')).toMatchObject({ urgent: false });
  });

  it('is urgent for the distress of a child', () => {
    expect(careFlag('I cry every night')).toMatchObject({ urgent: false });
    expect(careFlag('I’m 12. I cry every night')).toMatchObject({ urgent: true });
  });

  it('is null for an empty text, for emoji and for other languages', () => {
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
  ])('reads %j over and over in less than a second and a half', (part) => {
    careFlag('warm');
    const words = part.repeat(5_000).slice(0, 5_000);
    const began = performance.now();
    careFlag(words);
    expect(performance.now() - began).toBeLessThan(1_500);
  });
});

describe('combined', () => {
  const danger = { kind: 'self', urgent: true, reasons: ['Says that they want to die'] } as const;
  const distress = { kind: 'self', urgent: false, reasons: ['Can’t cope'] } as const;
  const calm = { flagged: -5, someoneElse: false, urgent: false };
  const flagOf = ({ reasons, ...flag }: typeof danger | typeof distress) => ({ ...flag, reasons: [...reasons] });

  it('lets the model silence no phrase that speaks of danger', () => {
    expect(combined(flagOf(danger), calm)).toEqual(danger);
  });
  it('lets the model overrule a phrase that speaks of distress only if it is sure', () => {
    expect(combined(flagOf(distress), calm)).toBeNull();
    expect(combined(flagOf(distress), { ...calm, flagged: -0.1 })).toEqual(distress);
  });
  it('says in plain words what the model alone has found', () => {
    expect(combined(null, { flagged: 0.1, someoneElse: true, urgent: false })).toEqual({
      kind: 'someone else',
      urgent: false,
      reasons: ['The wording as a whole is like that of people who are struggling'],
    });
    expect(combined(null, { flagged: 1, someoneElse: false, urgent: true })).toEqual({
      kind: 'self',
      urgent: true,
      reasons: ['The wording as a whole is like that of people in danger'],
    });
    expect(combined(null, calm)).toBeNull();
  });
});
