import type { Certificate } from 'shared';
import { describe, expect, it } from 'vitest';
import { cmsError } from '#server/cms/errors';
import { fakeFormServices } from '#server/forms/form-services.fake';
import { type CertificateRequest, findCertificate, verifyCertificate } from './certificate';

const number = 'ABCD-2345-WXYZ';

async function ask(given: {
  number?: string;
  name?: string;
  is?: number;
  same?: boolean;
  refused?: 404 | 429 | 503;
  wait?: number;
}) {
  const asked: unknown[] = [];
  const { is = 200, refused } = given;
  const cms = {
    certificate: (of: string) => {
      asked.push(of);
      return is === 200 ? Promise.resolve({ number } as Certificate) : Promise.reject(cmsError(is));
    },
    compareName: (of: string, name: string) => {
      asked.push([of, name]);
      return Promise.resolve(
        refused
          ? ({ ok: false, status: refused, issues: [], retryAfter: 30 } as const)
          : ({ ok: true, data: { same: given.same ?? true } } as const),
      );
    },
  } as CertificateRequest['cms'];
  const form = given.name === undefined ? undefined : new Map([['name', given.name]]);
  return {
    outcome: await verifyCertificate({
      number: given.number ?? number,
      form,
      cms,
      forms: fakeFormServices({ retryAfter: given.wait }),
    }),
    asked,
  };
}

describe('a certificate', () => {
  it('is found by its number, however that is written', async () => {
    expect(await ask({ number: ' abcd2345wxyz' })).toMatchObject({
      outcome: { status: 200, view: { certificate: { number }, same: null } },
      asked: [number],
    });
  });

  it('is 404 for an invalid number, and for one that was not issued', async () => {
    expect((await ask({ number: 'x' })).outcome).toMatchObject({ status: 404, view: { certificate: null } });
    expect((await ask({ is: 404 })).outcome).toMatchObject({ status: 404, view: { certificate: null } });
    await expect(ask({ is: 503 })).rejects.toMatchObject({ statusCode: 503 });
  });

  it.each([true, false])('says whether a name is the same: %s', async (same) => {
    expect(await ask({ name: ' Ann  Lee ', same })).toMatchObject({
      outcome: { status: 200, view: { same, typed: ' Ann  Lee ' } },
      asked: [number, [number, 'Ann Lee']],
    });
  });

  it('asks for a name, and to wait after too many tries', async () => {
    expect((await ask({ name: ' ' })).outcome).toMatchObject({
      status: 422,
      view: { nameError: 'missing', same: null },
    });
    expect((await ask({ name: 'x'.repeat(101) })).outcome).toMatchObject({
      status: 422,
      view: { nameError: 'too-long' },
    });
    const slow = await ask({ name: 'Ann', wait: 50 });
    expect(slow).toMatchObject({
      outcome: { status: 429, retryAfter: 50, view: { notice: 'rate-limited', typed: 'Ann', same: null } },
      asked: [number],
    });
    expect((await ask({ name: 'Ann', refused: 429 })).outcome).toMatchObject({ status: 429, retryAfter: 30 });
    expect((await ask({ name: 'Ann', refused: 503 })).outcome).toMatchObject({
      status: 503,
      view: { notice: 'unavailable', typed: 'Ann' },
    });
  });
});

describe('the page that finds a certificate', () => {
  const find = (number?: string) =>
    findCertificate({ form: number === undefined ? undefined : new Map([['number', number]]) });

  it('leads from a number to the page of the certificate, however it is written', async () => {
    expect(await find()).toEqual({ status: 200, view: { typed: '', wrong: false } });
    expect(await find('abcd 2345 wxyz')).toEqual({ to: `/certificates/${number}`, status: 303 });
    expect(await find('abcd')).toEqual({ status: 422, view: { typed: 'abcd', wrong: true } });
  });
});
