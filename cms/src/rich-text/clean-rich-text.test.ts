import { describe, expect, it } from 'vitest';
import { cleanRichText } from './clean-rich-text';

const text = (value: string) => ({ type: 'text', text: value });
const block = (type: string, ...children: object[]) => ({ type, children });
const link = (...children: object[]) => ({ type: 'link', url: '/fees', children });

describe('rich text that is stored', () => {
  it('has no control and zero-width characters, in lists and links too; what joins letters stays', () => {
    expect(
      cleanRichText([
        block('paragraph', text('A\u200b quiet\u0007 \u202eroom\ufeff '), { ...text('bold\u00ad'), bold: true }),
        block('list', block('list-item', text('One\u2060\u2028two'), link(text('Fees\u200b')))),
        block('quote', text('👩\u200d👧 می\u200cخواهم')),
      ]),
    ).toEqual([
      block('paragraph', text('A quiet room '), { ...text('bold'), bold: true }),
      block('list', block('list-item', text('One\ntwo'), link(text('Fees')))),
      block('quote', text('👩\u200d👧 می\u200cخواهم')),
    ]);
  });

  it('has no headings and no links that show nothing', () => {
    expect(
      cleanRichText([
        { ...block('heading', text(' \u200b')), level: 2 },
        block('paragraph', text('See'), link(text(' \u200b')), text('here.')),
        block('paragraph', text('')),
      ]),
    ).toEqual([block('paragraph', text('See'), text(' '), text('here.')), block('paragraph', text(''))]);
  });

  it('has descriptions of pictures without spaces around them, and else what came with them', () => {
    const picture = (alternativeText: string | null, caption: string | null) => ({
      ...block('image', text('')),
      image: { hash: 'a_0', width: 600, alternativeText, caption },
    });
    expect(cleanRichText([picture('  A cat\u200b\n', ' At five '), picture(null, null)])).toEqual([
      picture('A cat', 'At five'),
      picture(null, null),
    ]);
  });

  it('stays as it is where it is none, and when it is cleaned again', () => {
    expect(cleanRichText(null)).toBeNull();
    expect(cleanRichText('text')).toBe('text');
    const once = cleanRichText([block('paragraph', text('a\u200b'), link(text('')))]);
    expect(cleanRichText(once)).toEqual(once);
  });
});
