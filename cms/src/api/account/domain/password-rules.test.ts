import { passwordNeeds } from 'shared';
import { describe, expect, it } from 'vitest';
import { passwordProblem } from './password-rules';

describe('a new password', () => {
  it.each(['Password1', 'Summer2026!', 'Sh0rt-One'])('is refused when it is short: %s', async (password) => {
    expect(await passwordProblem(password)).toBe(passwordNeeds);
  });

  it.each([
    'Password1234',
    'Passw0rd12345',
    'Qwertyuiop123',
    'Iloveyou12345',
    'Welcome123456',
    'Abcdefghijkl1',
    'Aaaaaaaaaaaa1',
    'Football12345',
    'QuietRoom2026',
    'Counsellor2026',
  ])('is refused when many people use one like it: %s', async (password) => {
    expect(await passwordProblem(password)).toMatch(/^This password is too easy to guess\. Three or four words/);
  });

  it('is refused when it is made of its owner’s name and address', async () => {
    const owner = ['nora.ashby@example.org', 'Nora', 'Ashby'];
    expect(await passwordProblem('Nora.Ashby2026', owner)).toMatch(/too easy/);
    expect(await passwordProblem('AshbyNora12345', owner)).toMatch(/too easy/);
  });

  it.each([
    'NoraAshby2026',
    'nora-ASHBY-1987!',
    'QuietRoom-Counselling1',
    'Therapist2026',
    'TheLindenTree2026',
    'LindenTree-Sheffield-77',
    'Sheffield-Counsellor-1',
    'Psychotherapist2026!!',
  ])('is refused when it is made of what everybody knows about the practice: %s', async (password) => {
    const known = ['Nora Ashby', 'The Linden Tree', 'Sheffield'];
    expect(await passwordProblem(password, known)).toMatch(/too easy/);
  });

  it.each(['lettersalone-without-others', 'NO-SMALL-LETTERS-7', 'No-digits-anywhere'])(
    'is refused without one of each kind of character: %s',
    async (password) => {
      expect(await passwordProblem(password)).toBe(passwordNeeds);
    },
  );

  it('is refused when it has more than bcrypt looks at', async () => {
    expect(await passwordProblem(`Aa1-${'kettle-window-'.repeat(5)}`)).toBe(
      'A password can have 72 characters at most.',
    );
    expect(await passwordProblem(`Aa1${'é'.repeat(35)}`)).toBe('A password can have 72 characters at most.');
  });

  it.each(['Kettle-window-marble-7', 'Rk7mT-xq4Fw-Pz8cd-Wn3hj', 'violin Tractor 9 moss lantern'])(
    'is accepted when it is long and unusual: %s',
    async (password) => {
      expect(await passwordProblem(password, ['nora@example.org'])).toBeNull();
    },
  );
});
