import { describe, expect, it } from 'vitest';
import { listsOf, parseWordFile, phrasesOf, sectionOf, wordsOf } from './word-files';

const parsed = (...lines: string[]) => parseWordFile('words.txt', lines.join('\n'));

describe('parseWordFile', () => {
  it('splits a file into sections of one entry a line, without comments and empty lines', () => {
    expect(
      parsed('// What it is', '', 'above', '== first ==', '  a b \r', '// why', 'c', '== second ==').sections,
    ).toEqual([
      { heading: '', number: 1, lines: [{ text: 'above', number: 3 }] },
      {
        heading: 'first',
        number: 4,
        lines: [
          { text: 'a b', number: 5 },
          { text: 'c', number: 7 },
        ],
      },
      { heading: 'second', number: 8, lines: [] },
    ]);
  });
  it('ignores the byte order mark that some editors write', () => {
    expect(parsed('\uFEFF// What it is', 'a').sections).toMatchObject([{ lines: [{ text: 'a' }] }]);
  });
  it.each(['== first', '==first==', '== ==', '=='])('refuses the heading %j and names file and line', (line) => {
    expect(() => parsed('a', line)).toThrow('words.txt, line 2: Write a heading as “== heading ==”.');
  });
  it('refuses an entry that its section has already', () => {
    expect(() => parsed('a', 'b', 'a')).toThrow('words.txt, line 3: “a” is also in line 1.');
    expect(() => parsed('a', '== other ==', 'a')).not.toThrow();
  });
});

describe('sectionOf', () => {
  it('returns the section with a heading, or the one without', () => {
    expect(sectionOf(parsed('a', '== first ==', 'b')).lines).toEqual([{ text: 'a', number: 1 }]);
    expect(sectionOf(parsed('a', '== first ==', 'b'), 'first').lines).toEqual([{ text: 'b', number: 3 }]);
  });
  it('says which section is missing', () => {
    expect(() => sectionOf(parsed('a'), 'first')).toThrow('words.txt has no section “first”.');
  });
});

describe('wordsOf', () => {
  it('returns the entries of a section', () => {
    expect(wordsOf(parsed('== first ==', 'a', 'b c'), 'first')).toEqual(['a', 'b c']);
  });
  it.each(['Casino', 'it’s', 'ｃasino'])('refuses %j, which would never be found', (word) => {
    expect(() => wordsOf(parsed('a', word))).toThrow(
      `words.txt, line 2: Write “${word}” in plain, lower case letters.`,
    );
  });
});

describe('phrasesOf', () => {
  it('returns the phrases of a section', () => {
    expect(phrasesOf(parsed('want … to die', 'cut*|hurt [<who>]'), '', { who: ['me'] })).toEqual([
      'want … to die',
      'cut*|hurt [<who>]',
    ]);
  });
  it.each(['I want', 'can’t', "can't", 'the “end”'])('refuses %j, which would never be found', (phrase) => {
    expect(() => phrasesOf(parsed(phrase))).toThrow(
      `words.txt, line 1: Write “${phrase}” in lower case, without apostrophes or quotation marks.`,
    );
  });
  it('names the line of a phrase that can’t be parsed', () => {
    expect(() => phrasesOf(parsed('a', '(a|b'))).toThrow(
      'words.txt, line 2: The phrase “(a|b” has a bracket that is not closed.',
    );
  });
});

describe('listsOf', () => {
  it('returns lists by their headings, which may name each other', () => {
    expect(listsOf(parsed('== tablets ==', 'pills', '<others>', '== others ==', 'meds'))).toEqual({
      tablets: ['pills', '<others>'],
      others: ['meds'],
    });
  });
  it('names the line that names a list that does not exist', () => {
    expect(() => listsOf(parsed('== tablets ==', 'pills', '<others>'))).toThrow(
      'words.txt, line 3: The phrase “<others>” names a list that does not exist: <others>.',
    );
  });
  it('refuses two lists of one name', () => {
    expect(() => listsOf(parsed('== a ==', 'b', '== a ==', 'c'))).toThrow(
      'words.txt, line 3: There are two lists “a”.',
    );
  });
});
