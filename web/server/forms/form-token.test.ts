import { describe, expect, it } from 'vitest';
import { makeStamp, readStamp, stampLasts } from './form-token';
import { keyFor } from './key';

const key = keyFor('form stamp', 'a-token');
const now = 1_800_000_000_000;
const stamp = makeStamp(key, 'comment', now);

describe('a form’s stamp', () => {
  it('names one sending for good and says how old it is', () => {
    expect(readStamp(key, 'comment', stamp, now + 90_000)).toEqual({
      state: 'good',
      nonce: expect.stringMatching(/^[\w-]{22}$/) as string,
      age: 90,
    });
    expect(makeStamp(key, 'comment', now)).not.toBe(stamp);
  });

  it('outlives a restart: the key comes from the web’s token alone', () => {
    expect(readStamp(keyFor('form stamp', 'a-token'), 'comment', stamp, now)).toMatchObject({ state: 'good' });
    expect(readStamp(keyFor('form stamp', 'another'), 'comment', stamp, now)).toEqual({ state: 'forged' });
    expect(readStamp(keyFor('thanks page', 'a-token'), 'comment', stamp, now)).toEqual({ state: 'forged' });
  });

  it('is good for a day and no second longer', () => {
    expect(readStamp(key, 'comment', stamp, now + stampLasts * 1000)).toMatchObject({ state: 'good', age: stampLasts });
    expect(readStamp(key, 'comment', stamp, now + (stampLasts + 1) * 1000)).toEqual({ state: 'old' });
  });

  it('is of its own form, and not from tomorrow', () => {
    expect(readStamp(key, 'report', stamp, now)).toEqual({ state: 'forged' });
    expect(readStamp(key, 'comment', stamp, now - 301_000)).toEqual({ state: 'forged' });
    expect(readStamp(key, 'comment', stamp, now - 200_000)).toMatchObject({ state: 'good', age: 0 });
  });

  it('is forged when anything of it is other than it was made', () => {
    const [nonce = '', time = '', mac = ''] = stamp.split('.');
    const later = (parseInt(time, 36) + 1).toString(36);
    for (const other of [
      `${nonce}.${later}.${mac}`,
      `${'A'.repeat(22)}.${time}.${mac}`,
      `${nonce}.${time}.${'A'.repeat(43)}`,
      `${stamp}x`,
      `${nonce}.${time}`,
      'x',
      '...',
      '\u0000',
    ]) {
      expect(readStamp(key, 'comment', other, now), other).toEqual({ state: 'forged' });
    }
    expect(readStamp(key, 'comment', '', now)).toEqual({ state: 'missing' });
  });
});
