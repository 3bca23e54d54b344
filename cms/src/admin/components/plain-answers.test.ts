import { describe, expect, it } from 'vitest';
import { explainAnswer, explainSilence, failureAnswer } from './plain-answers';

const html = (status: number): Response =>
  new Response(status === 502 ? '' : '<h1>nginx</h1>', { status, headers: { 'content-type': 'text/html' } });
const json = (status: number, message: string): Response =>
  failureAnswer({ status, name: 'SomeError', message }, { fields: ['title'] });

const seen = async (answer: Response | Promise<Response>): Promise<unknown> => {
  const given = await answer;
  const { error } = (await given.json()) as { error: { message: string } };
  return { status: given.status, message: error.message };
};

describe('an answer that the admin is given', () => {
  it.each([
    [html(413), 413, 'This is too much to send at once.'],
    [html(502), 503, 'The website’s server did not answer.'],
    [html(404), 503, 'The website’s server did not answer.'],
    [html(429), 429, 'That was too much in a short time. Please wait a few minutes.'],
    [html(200), 503, 'Something else answered instead of the website. Does the network want you to sign in first?'],
    [new Response('', { status: 200 }), 503, 'Something else answered instead of the website.'],
    [json(500, 'Internal Server Error'), 500, 'The website can’t do this right now.'],
    [json(403, 'Forbidden'), 403, 'Your account isn’t allowed to do this.'],
    [json(404, 'Not Found'), 404, 'This no longer exists.'],
  ])('says its cause in plain words (%#)', async (answer, status, message) => {
    const words = expect.stringContaining(message) as string;
    expect(await seen(explainAnswer(answer))).toMatchObject({ status, message: words });
  });

  it('says that a picture is too large, and whether there is a connection', async () => {
    expect(await seen(explainAnswer(html(413), true))).toMatchObject({
      message: 'The picture or file is too large for the server.',
    });
    expect(await seen(explainSilence(false))).toMatchObject({ message: 'There is no connection.' });
    expect(await seen(explainSilence(true))).toMatchObject({ message: 'The website’s server did not answer.' });
  });

  it('is the CMS’s own where that wrote a sentence, or did what was asked', async () => {
    for (const answer of [
      json(400, 'Enter a title.'),
      json(409, 'It was changed.'),
      new Response(null, { status: 204 }),
    ])
      expect(await explainAnswer(answer)).toBe(answer);
    const done = new Response('{"data":1}', { headers: { 'content-type': 'application/json; charset=utf-8' } });
    expect(await explainAnswer(done)).toBe(done);
  });

  it('keeps the name and the details of an error of the CMS', async () => {
    const { error } = (await (await explainAnswer(json(413, 'Payload Too Large'))).json()) as { error: unknown };
    expect(error).toMatchObject({ name: 'SomeError', details: { fields: ['title'] } });
  });
});
