import { describe, expect, it } from 'vitest';
import { errorPageCopy } from './error-page';

describe('the error page', () => {
  it.each([
    [404, 'Page not found'],
    [400, 'Page not found'],
    [410, 'Page not found'],
    [429, 'Too many requests'],
    [503, 'This page isn’t available right now'],
    [500, 'Something went wrong'],
    [502, 'Something went wrong'],
  ])('for status %i has the title "%s"', (status, title) => {
    expect(errorPageCopy(status).title).toBe(title);
  });
});
