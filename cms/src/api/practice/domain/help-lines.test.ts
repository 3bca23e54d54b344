import { helpLines as builtIn } from 'shared';
import { describe, expect, it } from 'vitest';
import { daysOf } from '#src/api/practice/typed-dates';
import { helpLineErrors, withFollowingRelay, withoutStaleChecks } from './help-lines';

const now = new Date('2026-11-26T10:00:00Z');
const line = { name: 'Samaritans', call: '116 123', text: '', relay: null, chat: null, checked: '2026-11-22' };
const fields = (change: object) => helpLineErrors([{ ...line, ...change }], now).map(({ field }) => field);

describe('helpLineErrors', () => {
  it('takes every line that a new practice starts with', () => {
    expect(helpLineErrors(builtIn, now)).toEqual([]);
  });

  it.each([
    '999',
    '111',
    '116 123',
    '0800 1111',
    '0808 2000 247',
    '0113 496 0142',
    '020 7946 0000',
    '+44 113 496 0142',
  ])('takes the number %s', (call) => {
    expect(fields({ call })).toEqual([]);
  });
  it.each([
    'one one one',
    '116123456789',
    '12',
    '0',
    '0113 496 01',
    '١١٦١٢٣',
    '116 123 or 111',
    'tel:999',
    '+44 116 123',
    '+1 202 555 0100',
    '0400 123 4567',
    '0000 123 4567',
    '116 999',
    '555',
  ])('refuses to call %s', (call) => {
    expect(fields({ call })).toEqual(['helpLines.0.call']);
  });
  it.each([
    '0900 123 4567',
    '0871 123 4567',
    '0845 123 4567',
    '+44 870 123 4567',
    '118 118',
    '070 1234 5678',
    '0113 496 0142',
    '07700 900123',
  ])('does not say that calls to %s are free', (call) => {
    expect(helpLineErrors([{ ...line, call, free: true }], now)).toEqual([
      { field: 'helpLines.0.call', message: expect.stringContaining(`Samaritans: Calls to ${call} can cost money`) },
    ]);
    expect(fields({ call, free: false })).toEqual([]);
  });
  it('refuses a Relay UK number that calls somebody else', () => {
    expect(fields({ relay: '18001 111' })).toEqual(['helpLines.0.relay']);
    expect(fields({ relay: '18000' })).toEqual(['helpLines.0.relay']);
    expect(fields({ call: '999', relay: '18000' })).toEqual([]);
    expect(fields({ call: '+44 800 1111', relay: '18001 0800 1111' })).toEqual([]);
  });
  it.each([
    ['text', '85258', 'SHOUT to 85258'],
    ['text', '07700 900123', '8525'],
    ['relay', '18001 116 123', '116 123'],
    ['text', '+44 7700 900123', '0900 123 4567'],
    ['relay', '18001-116-123', '18001'],
  ])('takes %s %s, but not %s', (field, right, wrong) => {
    expect(fields({ [field]: right })).toEqual([]);
    expect(fields({ [field]: wrong })).toEqual([`helpLines.0.${field}`]);
  });

  it('wants a way to reach the service, and no check on a day to come', () => {
    expect(fields({ call: ' ' })).toEqual(['helpLines.0.call']);
    expect(fields({ call: null, chat: 'https://chat.example' })).toEqual([]);
    expect(fields({ checked: '2031-01-01' })).toEqual(['helpLines.0.checked']);
    expect(fields({ checked: '2026-11-26' })).toEqual([]);
    expect(fields({ checked: '1925-01-01' })).toEqual(['helpLines.0.checked']);
    expect(fields({ checked: '2016-11-25' })).toEqual(['helpLines.0.checked']);
    expect(fields({ checked: '2016-11-26' })).toEqual([]);
  });

  it('names the service, because all errors are shown together', () => {
    expect(helpLineErrors([{ ...line, call: 'x' }], now)[0]?.message).toMatch(/^Samaritans: /);
  });
});

describe('withoutStaleChecks', () => {
  const checksAfter = (change: object) => withoutStaleChecks([{ ...line, ...change }], [line], now);

  it('keeps the check while the numbers are the same, however they are written or named', () => {
    expect(checksAfter({ call: '116123', name: 'The Samaritans' })).toMatchObject([{ checked: '2026-11-22' }]);
    expect(checksAfter({ checked: '2026-11-25' })).toMatchObject([{ checked: '2026-11-25' }]);
  });
  it('drops it when a number changes', () => {
    expect(checksAfter({ call: '116 111' })).toMatchObject([{ checked: null }]);
    expect(checksAfter({ text: '85258' })).toMatchObject([{ checked: null }]);
    expect(checksAfter({ call: '116 111', checked: '2026-11-25' })).toMatchObject([{ checked: null }]);
  });
  it('keeps it when the number was called today', () => {
    expect(checksAfter({ call: '116 111', checked: '2026-11-26' })).toMatchObject([{ checked: '2026-11-26' }]);
  });
  it('counts as today what is today in the UK or in UTC', () => {
    expect(daysOf(new Date('2026-06-01T23:30:00Z'))).toEqual(['2026-06-02', '2026-06-01']);
  });
});

describe('withFollowingRelay', () => {
  const stored = [{ ...line, relay: '18001 116 123' }];
  it('lets the Relay UK number follow a changed number, and leaves one that was typed', () => {
    expect(withFollowingRelay([{ ...stored[0], call: '0800 1111' }], stored)).toMatchObject([
      { relay: '18001 0800 1111' },
    ]);
    expect(withFollowingRelay([{ ...stored[0], call: '999' }], stored)).toMatchObject([{ relay: '18000' }]);
    expect(withFollowingRelay([{ ...stored[0], relay: '18001 111' }], stored)).toMatchObject([{ relay: '18001 111' }]);
    expect(withFollowingRelay([{ ...stored[0], relay: '' }], stored)).toMatchObject([{ relay: '' }]);
  });
});
