import { describe, expect, it } from 'vitest';
import { chooseAuthor } from './choose-author';

const alison = { documentId: 'a', name: 'Alison Huckle', slug: 'alison-huckle' };
const rowan = { documentId: 'r', name: 'Rowan Hale', slug: 'rowan-hale' };
const named = (change: object) => ({ asked: null, onPage: null, isSignIn: false, counsellor: null, ...change });

describe('chooseAuthor', () => {
  it('takes the name that the caller gives, whoever else there is', () => {
    const asked = named({ asked: 'rowan hale', onPage: 'alisonhuckle3', isSignIn: true });
    expect(chooseAuthor(asked, [alison, rowan])).toEqual({ author: rowan, guess: null });
    expect(chooseAuthor(asked, [alison])).toEqual({ add: 'rowan hale', guess: null });
  });
  it('finds an author by a sign-in name, and says that it is a guess', () => {
    const found = chooseAuthor(named({ onPage: 'alisonhuckle3', isSignIn: true }), [rowan, alison]);
    expect(found).toEqual({ author: alison, guess: '“alisonhuckle3” sounds like Alison Huckle' });
  });
  it('takes the only author, else the counsellor, for a sign-in name that fits nobody', () => {
    const page = named({ onPage: 'blogger7', isSignIn: true, counsellor: 'Rowan Hale' });
    expect(chooseAuthor(page, [alison])).toMatchObject({ author: alison });
    expect(chooseAuthor(page, [alison, rowan])).toMatchObject({ author: rowan });
    expect(chooseAuthor(page, [])).toMatchObject({ add: 'Rowan Hale' });
    expect(chooseAuthor({ ...page, counsellor: null }, [])).toBeNull();
  });
  it('adds a real name that fits nobody: a guest is not the counsellor', () => {
    expect(chooseAuthor(named({ onPage: 'Tamsin Reed', counsellor: 'Rowan Hale' }), [rowan])).toEqual({ add: 'Tamsin Reed', guess: null });
  });
  it('does not confuse a name that the caller gives with a sign-in name', () => {
    const signIn = { documentId: 's', name: 'alisonhuckle3', slug: 'alisonhuckle3' };
    expect(chooseAuthor(named({ asked: 'Alison Huckle' }), [signIn])).toEqual({ add: 'Alison Huckle', guess: null });
  });
  it('has nobody when nobody is known', () => {
    expect(chooseAuthor(named({}), [])).toBeNull();
    expect(chooseAuthor(named({}), [alison])).toMatchObject({ author: alison });
  });
});
