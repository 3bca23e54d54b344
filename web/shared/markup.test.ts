import { describe, expect, it } from 'vitest';
import { escapeMarkup } from './markup';

describe('escaped text', () => {
  it('contains nothing that could begin a tag or an entity, or end an attribute', () => {
    expect(escapeMarkup(`<a href='x' title="y">Tom & Ann ]]></a>`)).toBe(
      '&lt;a href=&#39;x&#39; title=&quot;y&quot;&gt;Tom &amp; Ann ]]&gt;&lt;/a&gt;',
    );
  });
  it('lacks characters that XML does not allow, and keeps those beyond the first plane', () => {
    expect(escapeMarkup('a\u0008b\u0000c\ud800d\u{1f33f}\n')).toBe('abcd\u{1f33f}\n');
  });
});
