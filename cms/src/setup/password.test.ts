import { describe, expect, it } from 'vitest';
import { randomPassword } from './password';

describe('a random password', () => {
  it('has four groups of five, and what the admin demands', () => {
    for (let round = 0; round < 200; round += 1) {
      const password = randomPassword();
      expect(password).toMatch(/^\w{5}(-\w{5}){3}$/);
      expect(password).toMatch(/[a-z]/);
      expect(password).toMatch(/[A-Z]/);
      expect(password).toMatch(/\d/);
      expect(password).not.toMatch(/[0Oo1lI]/);
    }
  });

  it('is another one each time', () => {
    expect(new Set(Array.from({ length: 500 }, randomPassword)).size).toBe(500);
  });
});
