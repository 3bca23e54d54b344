import { describe, expect, it } from 'vitest';
import { mailSettings } from './mail-settings';

const site = 'https://www.example.org';
const server = (values: Record<string, string>) => mailSettings(values, site).server;

describe('mailSettings', () => {
  it('writes files without a server, with a sender at the host of the site', () => {
    expect(mailSettings({ SMTP_URL: '', SMTP_HOST: '' }, site)).toEqual({
      server: null,
      from: 'no-reply@example.org',
      fromName: 'Quiet Room',
      timeoutMs: 20_000,
      sendsEmails: true,
    });
  });
  it.each(['http://localhost:3000', 'http://192.0.2.7:3000', 'http://[::1]:3000'])(
    'has no address at %s',
    (address) => {
      expect(mailSettings({}, address).from).toBe('no-reply@quiet-room.example');
    },
  );
  it('reads a complete SMTP_URL', () => {
    expect(server({ SMTP_URL: 'smtps://na%40me:p%3Ass@mail.example.org' })).toEqual({
      host: 'mail.example.org',
      port: 465,
      secure: true,
      user: 'na@me',
      password: 'p:ss',
      insecure: false,
    });
    expect(server({ SMTP_URL: 'smtp://mail.example.org:2525' })).toMatchObject({
      port: 2525,
      secure: false,
      user: '',
      insecure: false,
    });
  });
  it('reads separate variables', () => {
    expect(server({ SMTP_HOST: 'mail.example.org', SMTP_USER: 'u', SMTP_PASSWORD: 'p' })).toEqual({
      host: 'mail.example.org',
      port: 587,
      secure: false,
      user: 'u',
      password: 'p',
      insecure: false,
    });
    expect(server({ SMTP_HOST: 'mail.example.org', SMTP_SECURE: 'true' })).toMatchObject({ port: 465, secure: true });
    expect(server({ SMTP_HOST: 'mail.example.org', SMTP_PORT: '465' })).toMatchObject({ secure: true });
    expect(server({ SMTP_HOST: 'mail.example.org', SMTP_PORT: '465', SMTP_SECURE: 'false' })).toMatchObject({
      secure: false,
    });
  });
  it.each(['smtp://localhost:1025', 'smtp://127.0.0.1:1025', 'smtp://[::1]:1025'])(
    'needs no TLS on this machine (%s)',
    (address) => {
      expect(server({ SMTP_URL: address })?.insecure).toBe(true);
    },
  );
  it('allows unencrypted connections elsewhere only with SMTP_INSECURE', () => {
    expect(server({ SMTP_URL: 'smtp://mail:25' })?.insecure).toBe(false);
    expect(server({ SMTP_URL: 'smtp://mail:25', SMTP_INSECURE: 'true' })?.insecure).toBe(true);
    expect(server({ SMTP_URL: 'smtp://127.0.0.1.example.org:25' })?.insecure).toBe(false);
  });
  it.each([
    [{ SMTP_URL: 'mail.example.org:secret' }, /SMTP_URL/],
    [{ SMTP_URL: 'https://mail.example.org' }, /SMTP_URL/],
    [{ SMTP_HOST: 'mail.example.org', SMTP_PORT: 'many' }, /SMTP_PORT/],
    [{ MAIL_FROM: 'Me <me@example.org>' }, /MAIL_FROM/],
    [{ MAIL_FROM: 'me@example.org\r\nBcc: x@example.org' }, /MAIL_FROM/],
    [{ SMTP_TIMEOUT: 'soon' }, /SMTP_TIMEOUT/],
    [{ SMTP_TIMEOUT: '3600' }, /SMTP_TIMEOUT/],
  ])('names the error in %o without repeating the value', (values, sentence) => {
    expect(() => mailSettings(values, site)).toThrow(sentence);
    expect(() => mailSettings(values, site)).not.toThrow(/secret/);
  });
  it('keeps the sender’s name on one line', () => {
    expect(mailSettings({ MAIL_FROM_NAME: 'A\r\nBcc: x' }, site).fromName).toBe('A Bcc: x');
  });
});
