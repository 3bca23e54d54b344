import { describe, expect, it } from 'vitest';
import { chooseAuthor } from './choose-author';

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
