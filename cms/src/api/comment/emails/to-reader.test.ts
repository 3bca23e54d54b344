import { describe, expect, it } from 'vitest';
import { letterHeaders, letterHtml, letterText } from '#src/api/email/templates/frame';
import { commentAppeared, confirmAddress, someoneReplied } from './to-reader';

const links = { to: 'robin@example.org', unsubscribe: 'https://site.example/mail/unsubscribe/u' };
const letters = [
  confirmAddress({ ...links, confirm: 'https://site.example/mail/confirm/c' }),
  commentAppeared({
    ...links,
    page: 'https://site.example/blog/a/comments/1',
    own: 'https://site.example/your-comment/t',
  }),
  someoneReplied({ ...links, answer: 'https://site.example/blog/a/comments/2' }),
];

describe('letters to readers', () => {
  it.each(letters)('are discreet: “$subject”', (letter) => {
    expect(letter.subject).not.toMatch(/comment|counsel|note|reply|blog/i);
    expect(letterText(letter)).not.toMatch(/counsel|therap/i);
  });

  it.each(letters)('can be stopped by a page and by one press: “$subject”', (letter) => {
    expect(letterHeaders(letter)).toEqual({
      'List-Unsubscribe': `<${links.unsubscribe}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    });
    expect(letterHtml(letter)).toContain(`href="${links.unsubscribe}"`);
    expect(letterText(letter)).toMatch(/You get this because/);
  });

  it('lead to where something can be done', () => {
    expect(
      letters.map((letter) =>
        letterText(letter)
          .match(/https:\/\/site\.example\S+/g)
          ?.slice(0, -1),
      ),
    ).toEqual([
      ['https://site.example/mail/confirm/c'],
      ['https://site.example/blog/a/comments/1', 'https://site.example/your-comment/t'],
      ['https://site.example/blog/a/comments/2'],
    ]);
  });
});
