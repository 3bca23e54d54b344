import { describe, expect, it } from 'vitest';
import { separateBlocks } from './separate-blocks';

it('leaves out what only a hydrating page would need', () => {
  expect(separateBlocks('<!--[--><p>One<!----></p><!--]--> <!-- said -->&lt;!----&gt;')).toBe(
    '<p>One</p>\n <!-- said -->&lt;!----&gt;',
  );
});

describe('the text of a page without its markup', () => {
  it.each([
    ['<ul><li>Writing</li><li>About</li></ul><p>End</p>', 'Writing\nAbout\n\nEnd'],
    ['<h2>A heading</h2><p>A sentence.</p>', 'A heading\nA sentence.'],
    ['<p>in<em>side</em>out</p>', 'insideout'],
    ['<p>One</p>, two', 'One, two'],
    ['<p>3 Weavers Yard<br>Sheffield</p>', '3 Weavers Yard\nSheffield'],
  ])('of %s is %j', (html, text) => {
    expect(separateBlocks(html).replaceAll(/<[^>]*>/g, '')).toBe(text);
  });
});
