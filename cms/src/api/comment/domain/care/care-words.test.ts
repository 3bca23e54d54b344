import { describe, expect, it } from 'vitest';
import { parseWordFile } from '#src/api/comment/domain/word-files';
import { careRulesIn, wordFormsIn } from './care-words';

describe('careRulesIn', () => {
  const rulesOf = (...lines: string[]) => careRulesIn(parseWordFile('rules.txt', lines.join('\n')));
  it('returns each phrase with what the heading says', () => {
    expect(rulesOf('== someone else, not urgent: Worries about a friend ==', 'never calls', 'is sad')).toEqual([
      ['never calls', { kind: 'someone else', urgent: false, reason: 'Worries about a friend', hasNever: true }],
      ['is sad', { kind: 'someone else', urgent: false, reason: 'Worries about a friend', hasNever: false }],
    ]);
    expect(rulesOf('== the writer, urgent: Is in danger: now ==', 'help')).toMatchObject([
      ['help', { kind: 'self', urgent: true, reason: 'Is in danger: now' }],
    ]);
  });
  it.each(['the writer: Is sad', 'the reader, urgent: Is sad', 'the writer, urgently: Is sad', 'the writer, urgent'])(
    'refuses the heading %j and names its line',
    (heading) => {
      expect(() => rulesOf('// why', `== ${heading} ==`, 'sad')).toThrow(
        /^rules\.txt, line 2: Write the heading as “the writer” or “someone else”, a comma/,
      );
    },
  );
});

describe('wordFormsIn', () => {
  const formsOf = (...lines: string[]) => wordFormsIn(parseWordFile('forms.txt', lines.join('\n')), 2);
  it('returns what each form means', () => {
    expect([...formsOf('kms = kill myself', 'i d = i would')]).toEqual([
      ['kms', 'kill myself'],
      ['i d', 'i would'],
    ]);
  });
  it.each([
    ['kms', 'Write how it is typed, “ = ”, and what it means.'],
    ['a = b = c', 'Write how it is typed, “ = ”, and what it means.'],
    ['KMS = kill myself', 'Write “KMS = kill myself” in plain, lower case letters.'],
    ['i’m = i am', 'Write “i’m = i am” in plain, lower case letters.'],
    ['a b c = d', '“a b c” has more than 2 words.'],
    ['cant = cannot', '“cant” already has a meaning.'],
  ])('refuses %j and names its line', (line, problem) => {
    expect(() => formsOf('cant = can not', line)).toThrow(`forms.txt, line 2: ${problem}`);
  });
});
