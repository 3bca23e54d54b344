import { describe, expect, it } from 'vitest';
import { element, escaped } from './markup';

describe('escaped', () => {
  it('leaves nothing that could begin a tag, an entity or the end of an attribute', () => {
    expect(escaped(`<a href='x' title="y">Tom & Ann ]]></a>`)).toBe(
      '&lt;a href=&#39;x&#39; title=&quot;y&quot;&gt;Tom &amp; Ann ]]&gt;&lt;/a&gt;',
    );
  });
  it('drops what XML can’t hold, and keeps letters beyond the first plane', () => {
    expect(escaped('a\u0008b\u0000c\ud800d\u{1f33f}\n')).toBe('abcd\u{1f33f}\n');
  });
});

describe('element', () => {
  it('is not there without words', () => {
    expect(element('title', 'Tea & toast')).toBe('<title>Tea &amp; toast</title>');
    expect(element('title', null)).toBe('');
  });
});
