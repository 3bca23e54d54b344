import { describe, expect, it } from 'vitest';
import { decide, fingerprint } from './imported-posts';

describe('decide', () => {
  it.each([
    ['create', null],
    ['same', { inFile: 'a', inCms: 'a', asImported: 'a' }],
    ['same', { inFile: 'b', inCms: 'b', asImported: 'a' }],
    ['update', { inFile: 'b', inCms: 'a', asImported: 'a' }],
    ['edited', { inFile: 'a', inCms: 'b', asImported: 'a' }],
    ['both changed', { inFile: 'b', inCms: 'c', asImported: 'a' }],
  ])('%s: %j', (decision, known) => {
    expect(decide(known)).toBe(decision);
  });
});

describe('fingerprint', () => {
  const written = {
    title: 'Rest',
    body: [{ type: 'paragraph', children: [{ type: 'text', text: 'Lie down.' }] }],
    published: '2025-07-25T12:00:00.000Z',
  };

  it('is the same in whatever order a database gives the keys, and at any hour of the day', () => {
    const body = [{ children: [{ text: 'Lie down.', type: 'text' }], type: 'paragraph' }];
    expect(fingerprint({ ...written, body, published: '2025-07-25T08:00:00Z' })).toBe(fingerprint(written));
  });
  it('is another one for other words, another form or another day', () => {
    const others = [
      { title: 'Play' },
      { published: '2024-07-25T12:00:00.000Z' },
      { published: null },
      { body: [{ type: 'quote', children: written.body[0]?.children }] },
    ];
    for (const other of others) expect(fingerprint({ ...written, ...other })).not.toBe(fingerprint(written));
  });
});
