import { describe, expect, it, vi } from 'vitest';
import { createDelivery } from '#src/api/email/delivery/delivery';
import { settingsOf } from '#src/settings';
import readSettings from '../../config/quiet-room';
import { withCms } from './with-cms';

const created = vi.hoisted(() => ({ strapi: {} }));
vi.mock('@strapi/strapi', () => ({ createStrapi: () => created.strapi }));

const text = (_name: string, otherwise = ''): string => otherwise;
const env = Object.assign(text, {
  bool: (_name: string, otherwise: boolean) => otherwise,
  int: (_name: string, otherwise: number) => otherwise,
});

/** What Strapi is before it is loaded; `logged` gets a line from a delivery that sends emails. */
const unloaded = () => {
  const settings = readSettings({ env } as Parameters<typeof readSettings>[0]);
  const config = new Map<string, unknown>([
    ['quiet-room', settings],
    ['server.cron.enabled', true],
  ]);
  const logged: string[] = [];
  created.strapi = {
    config,
    log: { info: (line: string) => logged.push(line) },
    load: async () => undefined,
    destroy: async () => undefined,
  };
  return { settings, config, logged };
};

describe('a command that uses the CMS', () => {
  it('leaves emails and scheduled jobs to the CMS that serves, and changes no other setting', async () => {
    const { settings, config, logged } = unloaded();
    expect(settings.mail.sendsEmails).toBe(true);
    const used = await withCms('Nothing was done', async (strapi) => {
      createDelivery(strapi);
      return settingsOf(strapi);
    });
    expect(used).toEqual({ ...settings, mail: { ...settings.mail, sendsEmails: false } });
    expect(logged).toEqual([]);
    expect(config.get('server.cron.enabled')).toBe(false);
  });
});
