import { describe, expect, it } from 'vitest';
import { cleanText, csv, describeError, oneLine } from './safe-text';

const cellOf = (typed: string): string => csv([[typed]]).replace(/^\ufeff"|"\r\n$/g, '');

describe('a file for spreadsheets', () => {
  it('begins with the mark of UTF-8 and has a line for each row', () => {
    expect(
      csv([
        ['Name', 'Paid', 'Needs'],
        ['Zoë Nguyễn', 4800, null],
      ]),
    ).toBe('\ufeff"Name","Paid","Needs"\r\n"Zoë Nguyễn",4800,\r\n');
    expect(csv([])).toBe('\ufeff');
  });

  it('keeps quotes, commas, semicolons and line breaks inside their cell', () => {
    expect(csv([['a "b", c; d', 'one\ntwo\rthree\r\nfour']])).toBe('\ufeff"a ""b"", c; d","one\ntwo\nthree\nfour"\r\n');
  });

  it.each(['=1+1', '=HYPERLINK("https://x.example")', '+1', '-1+2', '@SUM(A1)', '＝1+1', '＋1', '－1', '＠SUM(A1)'])(
    'makes no formula of %s',
    (typed) => {
      expect(cellOf(typed)).toBe(`'${typed.replaceAll('"', '""')}`);
    },
  );

  it.each(['\t=1+1', '\r=1+1', '\n=1+1', '  =1+1', '\u0000=1+1', '\ufeff=1+1', '\u00a0=1+1'])(
    'makes none of %j either',
    (typed) => {
      expect(cellOf(typed)).toBe("'=1+1");
    },
  );

  it('leaves what only looks like one in the middle', () => {
    expect(cellOf('me=you, a+b, x@mail.example')).toBe('me=you, a+b, x@mail.example');
    expect(cellOf('')).toBe('');
  });

  it('loses no digit of a telephone number', () => {
    expect(cellOf('01144960123')).toBe("'01144960123");
    expect(cellOf('+44 114 496 0123')).toBe("'+44 114 496 0123");
    expect(cellOf('0114 496 0123')).toBe('0114 496 0123');
    expect(cellOf('0')).toBe('0');
  });

  it('keeps negative numbers of ours', () => {
    expect(csv([[-5, 0.5]])).toBe('\ufeff-5,0.5\r\n');
  });

  it('is valid Unicode without control characters', () => {
    expect(cellOf('a\u0000b\ud800c\u001bd')).toBe('ab\ufffdcd');
  });
});

describe('oneLine', () => {
  it.each([
    ['Hello\r\nBcc: all@example.org', 'Hello Bcc: all@example.org'],
    ['one\n\n\ntwo', 'one two'],
    ['one\u2028two\u2029three', 'one two three'],
    ['a\u0000b\u001fc\u007fd\u0085e\u009ff', 'a b c d e f'],
    ['\u202ereversed\u202c and \u2066isolated\u2069', 'reversed and isolated'],
    ['  padded\t ', 'padded'],
    ['lone \ud800 surrogate', 'lone \ufffd surrogate'],
    ['Zoë – “naïve”', 'Zoë – “naïve”'],
  ])('makes a header of %j', (text, line) => {
    expect(oneLine(text)).toBe(line);
  });
});

describe('cleanText', () => {
  it.each([
    ['tab\tand\nline feed', 'tab\tand\nline feed'],
    ['one\r\ntwo\rthree', 'one\ntwo\nthree'],
    ['a\u0000b\u0008c\u000bd\u001fe\u007ff\u0080g\u009fh', 'abcdefgh'],
    ['lone \udc00 surrogate', 'lone \ufffd surrogate'],
    [' spaces stay ', ' spaces stay '],
  ])('makes a body of %j', (text, clean) => {
    expect(cleanText(text)).toBe(clean);
  });
});

const thrown = (stack: string, more: object = {}): Error =>
  Object.assign(new Error('ann@example.org is taken'), { stack }, more);

describe('describeError', () => {
  it('returns name, code and the first frame of the CMS', () => {
    const stack = `Error: ann@example.org is taken
    at query (/app/node_modules/knex/lib/src/client.js:1:2)
    at send (/app/cms/dist/src/api/email/outbox/send.js:12:7)
    at next (/app/cms/dist/src/jobs.js:3:4)`;
    expect(describeError(thrown(stack, { code: '23505' }))).toBe('Error 23505 at src/api/email/outbox/send.js:12');
  });
  it('never repeats a message, also where it looks like a stack frame', () => {
    const error = new Error('ann@example.org\n    at secret (/src/ann.js:1:1)');
    expect(describeError(error)).not.toContain('ann');
  });
  it('returns the name alone when no frame is of the CMS', () => {
    expect(describeError(thrown('Error: x\n    at a (node:internal/timers:1:1)'))).toBe('Error');
  });
  it('leaves out a code that is no plain word', () => {
    expect(describeError(thrown('', { code: 'ann@example.org' }))).toBe('Error');
  });
  it('calls everything that is no error unknown', () => {
    expect(describeError('ann@example.org')).toBe('unknown');
  });
});
