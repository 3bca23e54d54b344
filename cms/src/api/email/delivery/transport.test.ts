import { createTransport } from 'nodemailer';
import { describe, expect, it } from 'vitest';
import type { Attachment } from '#src/api/email/email-message';
import type { EmailRow } from '#src/api/email/outbox/outbox';
import { messageOf } from './transport';

const calendar = (name: string, method: string): Attachment => ({
  name,
  type: `text/calendar; charset=utf-8; method=${method}`,
  content: `BEGIN:VCALENDAR\r\nMETHOD:${method}\r\nEND:VCALENDAR\r\n`,
});

/** Returns an email with these attachments as it is sent. */
const sent = async (...attachments: Attachment[]): Promise<string> => {
  const row = {
    to: 'ann@example.org',
    subject: 'A call',
    text: 'Hello.\n',
    html: '<p>Hello.</p>\n',
    message_id: '<1@example.org>',
    queued_at: 0,
    headers: null,
    attachments,
  };
  const message = messageOf(row as unknown as EmailRow, { from: 'site@example.org', fromName: 'Quiet Room' });
  const made = await createTransport({ streamTransport: true, buffer: true }).sendMail(message);
  return (made.message as Buffer).toString();
};

/** The types of the ways in which an email can be read. */
const alternativesIn = (raw: string): (string | undefined)[] => {
  const [, boundary = ''] = /multipart\/alternative;\s+boundary="([^"]+)"/.exec(raw) ?? [];
  const [, ...parts] = raw.split(`\r\n--${boundary}`).slice(0, -1);
  return parts.map((part) => /Content-Type: (\S+?)[;\s]/i.exec(part)?.[1]);
};

describe('an email with an invitation', () => {
  it.each(['REQUEST', 'CANCEL'])('can be read as one (%s), and has the file, too', async (method) => {
    const raw = await sent(calendar('call.ics', method));
    expect(alternativesIn(raw)).toEqual(['text/plain', 'text/html', 'text/calendar']);
    expect(raw.match(new RegExp(`text/calendar;[^\\r]*(?:\\r\\n )?[^\\r]*method=${method}`, 'g'))).toHaveLength(1);
    expect(raw).toMatch(/application\/ics; name=call\.ics[^]*Content-Disposition: attachment; filename=call\.ics/);
  });

  it('has only files where there are several, or nothing to answer', async () => {
    const plain = ['text/plain', 'text/html'];
    expect(alternativesIn(await sent(calendar('call.ics', 'PUBLISH')))).toEqual(plain);
    expect(alternativesIn(await sent(calendar('a.ics', 'REQUEST'), calendar('b.ics', 'REQUEST')))).toEqual(plain);
    expect(alternativesIn(await sent())).toEqual(plain);
  });
});
