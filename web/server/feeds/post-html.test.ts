import type { Block, Picture } from 'shared';
import { describe, expect, it } from 'vitest';
import { postHtml } from './post-html';

const page = 'https://example.org/blog/nights';
const words = (text: string) => [{ type: 'text' as const, text }];
const p = (text: string): Block => ({ type: 'paragraph', children: words(text) });
const html = (...body: Block[]) => postHtml({ body, contentNote: null, cover: null }, page);
const picture: Picture = {
  url: '/uploads/lamp.jpg',
  width: 800,
  height: 600,
  alt: 'A "lamp"',
  caption: 'Light & warm',
  sizes: [],
  focus: null,
};

describe('postHtml', () => {
  it('writes every kind of block', () => {
    const list: Block = {
      type: 'list',
      format: 'unordered',
      children: [
        { type: 'list-item', children: words('tea') },
        { type: 'list', format: 'ordered', children: [{ type: 'list-item', children: words('green') }] },
      ],
    };
    expect(
      html(
        p('One.\nTwo.'),
        { type: 'heading', level: 1, children: words('Why') },
        list,
        { type: 'quote', children: words('So.') },
        p('It is late, and only you are awake.'),
        { type: 'quote', children: words('Only you are awake') },
        { type: 'code', children: words('a\n b') },
        p('P.S. Bye.'),
      ),
    ).toBe(
      '<p>One.<br>Two.</p><h2>Why</h2><ul><li>tea<ol><li>green</li></ol></li></ul><blockquote><p>So.</p></blockquote><p>It is late, and only you are awake.</p><pre><code>a\n b</code></pre><p>P.S. Bye.</p>',
    );
  });

  it('makes every URL absolute', () => {
    const link = (url: string): Block => ({
      type: 'paragraph',
      children: [{ type: 'link', url, children: [{ type: 'text', text: 'x', italic: true }] }],
    });
    expect(html(link('/help-now'), link('#why'), link('mailto:a@example.org'))).toBe(
      '<p><a href="https://example.org/help-now"><em>x</em></a></p><p><a href="https://example.org/blog/nights#why"><em>x</em></a></p><p><a href="mailto:a@example.org"><em>x</em></a></p>',
    );
    expect(html({ type: 'image', image: picture })).toBe(
      '<figure><img src="https://example.org/media/lamp.jpg" width="800" height="600" alt="A &quot;lamp&quot;"><figcaption>Light &amp; warm</figcaption></figure>',
    );
  });

  it('begins with the content note and the cover', () => {
    expect(
      postHtml({ body: [p('x')], contentNote: 'Mentions <grief>.', cover: { ...picture, caption: null } }, page),
    ).toMatch(
      /^<p><strong>Before you read:<\/strong> Mentions &lt;grief&gt;\.<\/p><figure><img [^>]+><\/figure><p>x<\/p>$/,
    );
  });

  it('escapes hostile text', () => {
    const evil: Block = {
      type: 'paragraph',
      children: [
        { type: 'text', text: '<script>alert(1)</script>' },
        { type: 'link', url: 'javascript:alert(1)', children: words('"x"') },
      ],
    };
    expect(html(evil)).toBe('<p>&lt;script&gt;alert(1)&lt;/script&gt;&quot;x&quot;</p>');
  });
});
