import { describe, expect, it } from 'vitest';
import { registrationCalendar, registrationCertificate } from './registration-files';

const token = `7.1.${'A'.repeat(43)}`;
const ics = 'BEGIN:VCALENDAR';
const pdf = Buffer.from('%PDF-1.7').toString('base64');
const refused = (status: 404 | 409 | 422 | 429 | 503) => ({ ok: false, status, issues: [], retryAfter: 30 }) as const;

const files = (given: { token?: string; wait?: number; refused?: ReturnType<typeof refused> } = {}) => {
  const cms = {
    registrationCalendar: () => Promise.resolve(given.refused ?? ({ ok: true, data: { ics } } as const)),
    registrationCertificate: () =>
      Promise.resolve(given.refused ?? ({ ok: true, data: { number: 'x', pdf } } as const)),
  };
  const parts = { token: given.token ?? token, cms, forms: { consume: () => given.wait ?? 0 } };
  return Promise.all([registrationCalendar(parts), registrationCertificate(parts)]);
};

describe('the files of a participant', () => {
  it('are sent as bytes', async () => {
    expect(await files()).toEqual([{ bytes: Buffer.from(ics) }, { bytes: Buffer.from('%PDF-1.7') }]);
  });

  it('do not exist behind a wrong link', async () => {
    expect(await files({ token: 'x' })).toEqual([{ refused: 404 }, { refused: 404 }]);
    expect(await files({ refused: refused(404) })).toEqual([{ refused: 404 }, { refused: 404 }]);
  });

  it('redirect to the private page where there is no file', async () => {
    expect(await files({ refused: refused(409) })).toEqual([
      { to: `/your-place/${token}`, status: 303 },
      { to: `/your-place/${token}?certificate=none`, status: 303 },
    ]);
    expect((await files({ refused: refused(422) }))[1]).toEqual({
      to: `/your-place/${token}?certificate=unprintable`,
      status: 303,
    });
  });

  it('are limited by network, and pass on how long the CMS asks to wait', async () => {
    expect(await files({ wait: 9 })).toEqual([
      { refused: 429, retryAfter: 9 },
      { refused: 429, retryAfter: 9 },
    ]);
    expect(await files({ refused: refused(429) })).toEqual([
      { refused: 429, retryAfter: 30 },
      { refused: 429, retryAfter: 30 },
    ]);
    expect(await files({ refused: refused(503) })).toEqual([{ refused: 503 }, { refused: 503 }]);
  });
});
