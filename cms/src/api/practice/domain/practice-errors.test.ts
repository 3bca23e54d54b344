import { describe, expect, it } from 'vitest';
import { practiceErrors } from './practice-errors';

const known = { now: new Date('2026-05-02T10:00:00Z'), awayUntil: null };

describe('practiceErrors', () => {
  it('refuses an away time that is over, unless it has passed by itself since it was saved', () => {
    const away = (awayUntil: string | null, before: string | null) =>
      practiceErrors({ awayUntil }, { ...known, awayUntil: before === null ? null : new Date(before) }).map(
        ({ field }) => field,
      );
    expect(away('2026-05-03T10:00:00.000Z', null)).toEqual([]);
    expect(away(null, '2026-05-01T10:00:00.000Z')).toEqual([]);
    expect(away('2026-05-01T10:00:00.000Z', '2026-05-01T10:00:00.000Z')).toEqual([]);
    expect(away('2026-05-01T10:00:00.000Z', null)).toEqual(['awayUntil']);
    expect(away('2026-05-01T10:00:00.000Z', '2026-06-01T10:00:00.000Z')).toEqual(['awayUntil']);
  });

  it('takes whole addresses and empty fields', () => {
    expect(
      practiceErrors(
        {
          credentials: [{ url: 'https://www.bacp.co.uk/x' }, { url: '' }],
          bookingUrl: null,
          helpLines: [{ call: '999', chat: '' }],
        },
        known,
      ),
    ).toEqual([]);
    expect(practiceErrors({}, known)).toEqual([]);
  });
  it('refuses a phone number that nobody can call, with a sentence', () => {
    for (const phone of [
      '0113 496 0142',
      '+44 (0)113 496 0142',
      '01234 567890 ext. 12',
      '+353 1 234 5678',
      '',
      ' ',
      null,
    ])
      expect(practiceErrors({ phone }, known), String(phone)).toEqual([]);
    for (const phone of ['abc', '12', '0113 496 0142 or email', 'tel:0113'])
      expect(practiceErrors({ phone }, known), phone).toEqual([
        { field: 'phone', message: 'This is not a phone number. Enter digits, for example 0113 496 0142.' },
      ]);
  });
  it('names each address that readers could not follow', () => {
    const fields = practiceErrors(
      {
        credentials: [{ url: 'www.bacp.co.uk' }],
        complaintsUrl: 'bacp.co.uk/complaints',
        bookingUrl: 'javascript:alert(1)',
        helpLines: [{ chat: 'https://chat.example' }, { chat: 'http://chat.example' }],
      },
      known,
    ).map(({ field }) => field);
    expect(fields).toEqual(['bookingUrl', 'complaintsUrl', 'credentials.0.url', 'helpLines.1.chat']);
  });
});
