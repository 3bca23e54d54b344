import { describe, expect, it } from 'vitest';
import { errorWords } from './error-words';

describe('errorWords', () => {
  it.each([
    [404, 'There is no page here'],
    [400, 'There is no page here'],
    [410, 'There is no page here'],
    [429, 'Too much at once'],
    [503, 'This page can’t be shown just now'],
    [500, 'Something went wrong here'],
    [502, 'Something went wrong here'],
  ])('%i: %s', (status, title) => {
    expect(errorWords(status).title).toBe(title);
  });
});
