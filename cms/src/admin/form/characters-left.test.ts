import { describe, expect, it } from 'vitest';
import { charactersLeft } from './characters-left';

describe('the counter of a field', () => {
  it('is silent far from the limit, and where there is none', () => {
    expect(charactersLeft('Title', 'A window', 200)).toEqual({ left: '', error: null });
    expect(charactersLeft('Title', 'x'.repeat(500), undefined)).toEqual({ left: '', error: null });
  });
  it('says how much is left near the limit', () => {
    expect(charactersLeft('Title', 'x'.repeat(160), 200).left).toBe('40 characters left');
    expect(charactersLeft('Title', 'x'.repeat(199), 200).left).toBe('1 character left');
    expect(charactersLeft('Title', 'x'.repeat(200), 200)).toEqual({ left: 'No characters left', error: null });
  });
  it('says by how much a text is too long, naming the field', () => {
    expect(charactersLeft('Title', 'x'.repeat(225), 200)).toEqual({
      left: '',
      error: '“Title” is 25 characters too long.',
    });
    expect(charactersLeft('Title', 'x'.repeat(201), 200).error).toBe('“Title” is 1 character too long.');
  });
});
