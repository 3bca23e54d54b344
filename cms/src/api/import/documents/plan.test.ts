import { describe, expect, it } from 'vitest';
import { chooseAuthor, decide, fingerprint } from './plan';

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

const tamsin = { documentId: 'a', name: 'Tamsin Reed', slug: 'tamsin-reed' };
const rowan = { documentId: 'r', name: 'Rowan Hale', slug: 'rowan-hale' };
const named = (change: object) => ({ asked: null, onPage: null, isSignIn: false, counsellor: null, ...change });

describe('chooseAuthor', () => {
  it('takes the name that the caller gives, whoever else there is', () => {
    const asked = named({ asked: 'rowan hale', onPage: 'tamsinreed3', isSignIn: true });
    expect(chooseAuthor(asked, [tamsin, rowan])).toEqual({ author: rowan, guess: null });
    expect(chooseAuthor(asked, [tamsin])).toEqual({ add: 'rowan hale', guess: null });
  });
  it('finds an author by a sign-in name, and says that it is a guess', () => {
    const found = chooseAuthor(named({ onPage: 'tamsinreed3', isSignIn: true }), [rowan, tamsin]);
    expect(found).toEqual({ author: tamsin, guess: '“tamsinreed3” sounds like Tamsin Reed' });
  });
  it('takes the only author, else the counsellor, for a sign-in name that fits nobody', () => {
    const page = named({ onPage: 'blogger7', isSignIn: true, counsellor: 'Rowan Hale' });
    expect(chooseAuthor(page, [tamsin])).toMatchObject({ author: tamsin });
    expect(chooseAuthor(page, [tamsin, rowan])).toMatchObject({ author: rowan });
    expect(chooseAuthor(page, [])).toMatchObject({ add: 'Rowan Hale' });
    expect(chooseAuthor({ ...page, counsellor: null }, [])).toBeNull();
  });
  it('adds a real name that fits nobody: a guest is not the counsellor', () => {
    expect(chooseAuthor(named({ onPage: 'Tamsin Reed', counsellor: 'Rowan Hale' }), [rowan])).toEqual({
      add: 'Tamsin Reed',
      guess: null,
    });
  });
  it('does not confuse a name that the caller gives with a sign-in name', () => {
    const signIn = { documentId: 's', name: 'tamsinreed3', slug: 'tamsinreed3' };
    expect(chooseAuthor(named({ asked: 'Tamsin Reed' }), [signIn])).toEqual({ add: 'Tamsin Reed', guess: null });
  });
  it('has nobody when nobody is known', () => {
    expect(chooseAuthor(named({}), [])).toBeNull();
    expect(chooseAuthor(named({}), [tamsin])).toMatchObject({ author: tamsin });
  });
});
