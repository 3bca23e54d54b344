import { describe, expect, it } from 'vitest';
import { csv } from './csv';

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
