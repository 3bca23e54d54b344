import { describe, expect, it } from 'vitest';
import { oddSettings, refuseOddSettings } from './odd-settings';

describe('oddSettings', () => {
  it.each([
    [{ DELIVER_EMAILS: 'no' }, 'DELIVER_EMAILS must be true or false.'],
    [{ NEW_DATABASE: 'TRUE' }, 'NEW_DATABASE must be true or false.'],
    [{ COUNSELLOR_EMAIL: 'nonsense' }, 'COUNSELLOR_EMAIL must be one email address such as ann@example.org.'],
    [{ EMERGENCY_EMAIL: 'a@example.org, b@example.org' }, 'EMERGENCY_EMAIL must be one email address'],
    [{ COUNSELLOR_EMAIL: 'ann@example.org', WEB_TEAM_EMAIL: 'Ann@example.org' }, 'must be three different addresses.'],
    [{ DATABASE_URL: 'mysql://name:hidden@host/db' }, 'DATABASE_URL must look like postgres://'],
  ])('of %j names the setting, and not its value', (values, sentence) => {
    expect(oddSettings(values)).toEqual([expect.stringContaining(sentence)]);
    expect(oddSettings(values).join()).not.toContain('hidden');
  });

  it('says all at once', () => {
    expect(() => refuseOddSettings({ DEMO_CONTENT: '1', TRUST_PROXY: 'yes' })).toThrow(
      'DEMO_CONTENT must be true or false. TRUST_PROXY must be true or false. Correct it in .env or the environment.',
    );
  });

  it('accepts what is meant', () => {
    const values = {
      DELIVER_EMAILS: 'false',
      DEMO_CONTENT: ' true ',
      SMTP_SECURE: '',
      COUNSELLOR_EMAIL: 'ann@example.org',
      WEB_TEAM_EMAIL: 'web@example.org',
      DATABASE_URL: 'postgres://name:secret@host:5432/db',
    };
    expect(() => refuseOddSettings(values)).not.toThrow();
  });
});
