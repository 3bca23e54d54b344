import { certificateResponse, comparedResponse, type Refusal, verifiedResponse } from 'shared';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signIn } from '../support/admin-api.ts';
import { type CmsHere, startCmsHere } from '../support/cms-in-process.ts';
import { postAsWeb } from '../support/comments.ts';
import { readPdf } from '../support/pdf.ts';
import { aRegistration, confirmTokenFor, publishWorkshop, registrationActions } from '../support/workshops.ts';

let cms: CmsHere;
let token = '';
const before = new Date('2026-01-05T12:00:00.000Z');
const ask = (body: object) => postAsWeb(cms, '/api/private-registrations/certificate', body);
/** Without spaces: letters of another subset of the type begin another piece of text. */
const words = async (pdf: string): Promise<string> =>
  (await readPdf(Buffer.from(pdf, 'base64'))).words.replace(/\s+/g, '');
const change = async (certificateName: string): Promise<void> => {
  const actions = registrationActions(cms.strapi);
  const { version } = await actions.look(token, new Date());
  await actions.change({ token, version, certificateName, accessNeeds: null, consent: false }, new Date());
};

beforeAll(async () => {
  cms = await startCmsHere();
  const { slug } = await publishWorkshop(cms, {
    title: 'Self-Kindness for Therapists',
    cpdHours: 2.5,
    sessions: [{ day: '2026-02-07', starts: '10:00:00.000', ends: '12:30:00.000' }],
  });
  const sent = aRegistration({ name: 'Zoë Nguyễn' });
  const actions = registrationActions(cms.strapi);
  await actions.register(slug, sent, before);
  ({ token } = await actions.confirm((await confirmTokenFor(cms, sent.email)) ?? '', before));
});
afterAll(() => cms.stop());

describe('POST /api/private-registrations/certificate', () => {
  it('returns no certificate before the participant is marked as attended', async () => {
    await ask({ token }).expect(409);
    await cms.strapi.db.connection('registrations').update({ attended: true });
    const { number, pdf } = certificateResponse.parse((await ask({ token }).expect(200)).body).data;
    const said = await words(pdf);
    for (const part of ['Zoë Nguyễn', 'Self-Kindness for Therapists', 'Saturday 7 February 2026', '2½ hours', number])
      expect(said).toContain(part.replace(/\s+/g, ''));
  });

  it('names letters that can’t be printed, and prints another name', async () => {
    await change('王小明');
    const refused = await ask({ token }).expect(422);
    expect((refused.body as Refusal).error).toMatchObject({
      name: 'UnprintableName',
      details: { letters: ['王', '小', '明'] },
    });
    await change('Dr Zoë Nguyễn');
    expect(await words(certificateResponse.parse((await ask({ token }).expect(200)).body).data.pdf)).toContain(
      'DrZoëNguyễn',
    );
  });
});

describe('GET /api/certificates/:number and POST /api/certificates/:number/compare', () => {
  it('return what a certificate says and whether a name matches, and store no name', async () => {
    const { number } = certificateResponse.parse((await ask({ token }).expect(200)).body).data;
    const answer = await cms.asWeb(`/api/certificates/${number.toLowerCase().replace(/-/g, '')}`).expect(200);
    expect(verifiedResponse.parse(answer.body).data).toMatchObject({
      number,
      title: 'Self-Kindness for Therapists',
      from: '2026-02-07T10:00:00.000Z',
      cpdHours: 2.5,
      timeZone: 'Europe/London',
    });
    const same = async (name: string) =>
      comparedResponse.parse((await postAsWeb(cms, `/api/certificates/${number}/compare`, { name }).expect(200)).body)
        .data.same;
    expect(await same('dr  zoë nguyễn')).toBe(true);
    expect(await same('Zoë Nguyễn')).toBe(false);
    expect(JSON.stringify(await cms.strapi.db.connection('certificates').select('*'))).not.toMatch(/Zoë|Nguyễn/i);
    await cms.asWeb(`/api/certificates/${number.replace(/.$/, (last) => (last === '0' ? '1' : '0'))}`).expect(404);
    await cms.asWeb('/api/certificates/nonsense').expect(404);
  });
});

describe('a withdrawn attendance', () => {
  it('ends the certificate, until the participant is marked again', async () => {
    const [{ id, workshop_id: workshop }] = (await cms.strapi.db
      .connection('registrations')
      .where({ attended: true })
      .select('id', 'workshop_id')) as [{ id: number; workshop_id: string }];
    const counsellor = await signIn(cms, cms.logins.counsellor);
    const mark = async (attended: boolean | null): Promise<void> => {
      const row = await cms.strapi.db
        .connection('registrations')
        .where({ id })
        .first<{ version: number } | undefined>('version');
      const { body } = await counsellor
        .post(`/quiet-room/workshops/${workshop}/participants/mark`)
        .send({ participants: [{ number: id, version: row?.version }], attended })
        .expect(200);
      expect(body.data.outcomes).toMatchObject([{ status: 'done' }]);
    };
    const issued = async () => certificateResponse.parse((await ask({ token }).expect(200)).body).data.number;
    const number = await issued();
    await cms.asWeb(`/api/certificates/${number}`).expect(200);
    for (const withdrawn of [null, false]) {
      await mark(withdrawn);
      await ask({ token }).expect(409);
      await cms.asWeb(`/api/certificates/${number}`).expect(404);
      await mark(true);
      expect(await issued()).toBe(number);
      await cms.asWeb(`/api/certificates/${number}`).expect(200);
    }
  });
});
