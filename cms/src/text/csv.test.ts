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
    expect(cellOf('447700900123')).toBe("'447700900123");
    expect(cellOf('0114 496 0123')).toBe("'0114 496 0123");
  });

  it.each([
    ...[
      '0',
      '3/4',
      '1-2',
      '12:30',
      '10.30am',
      '10:30 pm',
      '1e5',
      '12E3',
      '£48',
      '48 %',
      '1,000.50',
      '½',
      '٣/٤',
      '2026-11-26',
    ],
    ...[
      '26/11/2026',
      '26 November',
      'Mar-5',
      'MARCH1',
      'Sept2',
      '5 May 2027',
      'Thu 26 Nov',
      'TRUE',
      'false',
      '10pm GMT',
    ],
  ])('keeps a spreadsheet from reading %s as a number, date, time or truth', (typed) => {
    expect(cellOf(typed)).toBe(`'${typed}`);
  });

  it.each(['Ann', 'May', 'March', '4 chairs', 'Flat 3, 14 Mill Lane', 'true enough', 'S1 2AB', 'ann@example.org', '—'])(
    'leaves %s as it is',
    (typed) => {
      expect(cellOf(typed)).toBe(typed);
    },
  );

  it('writes dates of ours as days', () => {
    expect(csv([[new Date('2026-11-26T23:00:00.000Z')]])).toBe('\ufeff2026-11-26\r\n');
  });

  it('keeps negative numbers of ours', () => {
    expect(csv([[-5, 0.5]])).toBe('\ufeff-5,0.5\r\n');
  });

  it('is valid Unicode without control characters', () => {
    expect(cellOf('a\u0000b\ud800c\u001bd')).toBe('ab\ufffdcd');
  });
});
