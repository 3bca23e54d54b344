import { describe, expect, it } from 'vitest';
import { limitSettings } from './limit-settings';
import { mailboxOfAddress, SendingLimits } from './sending-limits';

const hour = 3_600_000;
const network = (n: number): string => String(n).padStart(22, 'n');
const usual = () => new SendingLimits(limitSettings({}).emails);

describe('mailboxOfAddress', () => {
  it.each([
    ['Ann+news@Example.org', 'ann@example.org'],
    ['ann@example.org', 'ann@example.org'],
    ['a.n.n+1+2@example.org', 'a.n.n@example.org'],
    ['an\u200bn@example.org', 'ann@example.org'],
  ])('returns for %s the mailbox %s', (address, mailbox) => {
    expect(mailboxOfAddress(address)).toBe(mailbox);
  });
});

describe('emails to addresses that nobody has confirmed', () => {
  it('are three a day from one network to one mailbox, however it is written', () => {
    const limits = usual();
    const sent = Array.from({ length: 40 }, (_, n) =>
      limits.consume({ address: `ann+${n}@example.org`, network: network(1) }, n * 1_000),
    );
    expect(sent.filter((refused) => refused === null)).toHaveLength(3);
    expect(sent[39]).toEqual({ limit: 'mailbox', retryAfterSeconds: 24 * 3_600 - 39 });
    expect(limits.consume({ address: 'ann@example.org', network: network(1) }, 24 * hour)).toBeNull();
  });

  it('are twelve a day from all networks to one mailbox', () => {
    const limits = usual();
    const sent = Array.from({ length: 40 }, (_, n) =>
      limits.consume({ address: 'ann@example.org', network: network(n) }, 0),
    );
    expect(sent.filter((refused) => refused === null)).toHaveLength(12);
    expect(sent[39]?.limit).toBe('mailbox');
    expect(limits.consume({ address: 'bea@example.org', network: network(39) }, 0)).toBeNull();
  });

  it('are fifteen an hour from one network, and two hundred an hour altogether', () => {
    const limits = usual();
    const ask = (n: number, from: number | null, now = 0) =>
      limits.consume({ address: `person-${n}@example.org`, network: from === null ? null : network(from) }, now);
    const fromOne = Array.from({ length: 20 }, (_, n) => ask(n, 1));
    expect(fromOne.filter((refused) => refused === null)).toHaveLength(15);
    expect(fromOne[19]).toEqual({ limit: 'network', retryAfterSeconds: 3_600 });
    // The refused ones are not counted, and people whose network is not known are counted only with all others.
    const unknown = Array.from({ length: 200 }, (_, n) => ask(100 + n, null));
    expect(unknown.filter((refused) => refused === null)).toHaveLength(185);
    expect(unknown[199]?.limit).toBe('site');
    expect(ask(1_000, 1, hour)).toBeNull();
  });
});

describe('whether any email can go out', () => {
  it('depends on the network and the site, never on an address, and asking counts nothing', () => {
    const limits = usual();
    for (let n = 0; n < 100; n += 1) expect(limits.isExhausted(network(1), 0)).toBe(false);
    for (let n = 0; n < 3; n += 1) limits.consume({ address: 'ann@example.org', network: network(1) }, 0);
    expect(limits.consume({ address: 'ann@example.org', network: network(1) }, 0)?.limit).toBe('mailbox');
    expect(limits.isExhausted(network(1), 0)).toBe(false);
    for (let n = 0; n < 12; n += 1) limits.consume({ address: `person-${n}@example.org`, network: network(1) }, 0);
    expect([limits.isExhausted(network(1), 0), limits.isExhausted(network(2), 0)]).toEqual([true, false]);
    expect(limits.isExhausted(network(1), hour)).toBe(false);
    for (let n = 0; n < 200; n += 1) limits.consume({ address: `other-${n}@example.org`, network: null }, 0);
    expect([limits.isExhausted(network(2), 0), limits.isExhausted(null, 0)]).toEqual([true, true]);
  });
});

describe('limitSettings', () => {
  it('read the environment, and say which setting is wrong', () => {
    expect(limitSettings({ EMAILS_PER_MAILBOX: '9', PENDING_PLACES_PERCENT: '50' })).toEqual({
      unconfirmedSeats: { perNetwork: 3, sharePercent: 50 },
      emails: { perMailbox: 9, perMailboxOfNetwork: 3, perNetwork: 15, perHour: 200 },
      counsellorEmailsPerHour: 6,
    });
    expect(() => limitSettings({ EMAILS_PER_HOUR: 'many' })).toThrow('EMAILS_PER_HOUR must be a whole number');
    expect(() => limitSettings({ PENDING_PLACES_PERCENT: '0' })).toThrow('from 1 to 100');
  });

  it('are none with FORM_LIMITS=off, for measurements', () => {
    const limits = new SendingLimits(limitSettings({ FORM_LIMITS: 'off' }).emails);
    const sent = Array.from({ length: 1_000 }, () =>
      limits.consume({ address: 'ann@example.org', network: network(1) }, 0),
    );
    expect(sent.every((refused) => refused === null)).toBe(true);
  });
});
