import type { FullPost, Picture } from 'shared';
import { defaultSize, mediaPath } from '#shared/pictures';
import { bodyOf, type List, type Part } from '#shared/rich-text/body';
import type { Inline, TextRun } from '#shared/rich-text/inline';
import { escapeMarkup } from '#shared/text';

/**
 * Writes a post as HTML for feed readers: no classes, no scripts, and every address whole, because they show it
 * elsewhere.
 */
export function postHtml(post: Pick<FullPost, 'body' | 'contentNote' | 'cover'>, page: string): string {
  const { origin } = new URL(page);
  const { parts, postscript } = bodyOf(post.body, 'post');
  const address = (href: string) => (href.startsWith('#') ? page + href : href.startsWith('/') ? origin + href : href);

  const text = ({ lines, marks }: TextRun): string =>
    marks.reduceRight((inner, mark) => `<${mark}>${inner}</${mark}>`, lines.map(escapeMarkup).join('<br>'));
  const words = (runs: Inline): string =>
    runs
      .map((run) =>
        run.kind === 'text'
          ? text(run)
          : `<a href="${escapeMarkup(address(run.link.href))}">${run.runs.map(text).join('')}</a>`,
      )
      .join('');
  const list = ({ isOrdered, items }: List): string => {
    const tag = isOrdered ? 'ol' : 'ul';
    return `<${tag}>${items.map((item) => `<li>${words(item.inline)}${item.lists.map(list).join('')}</li>`).join('')}</${tag}>`;
  };
  const figure = (picture: Picture): string => {
    const { url, width, height } = defaultSize(picture);
    const caption = picture.caption ? `<figcaption>${escapeMarkup(picture.caption)}</figcaption>` : '';
    return `<figure><img src="${escapeMarkup(origin + mediaPath(url))}" width="${width}" height="${height}" alt="${escapeMarkup(picture.alt)}">${caption}</figure>`;
  };
  const draw = (part: Part): string => {
    switch (part.kind) {
      case 'paragraph':
        return `<p>${words(part.inline)}</p>`;
      case 'heading':
        return `<h${part.level}>${words(part.inline)}</h${part.level}>`;
      case 'list':
        return list(part);
      case 'quote':
        return `<blockquote><p>${words(part.inline)}</p></blockquote>`;
      case 'code':
        return `<pre><code>${escapeMarkup(part.text)}</code></pre>`;
      case 'picture':
        return figure(part.picture);
    }
  };

  const note = post.contentNote ? `<p><strong>Before you read:</strong> ${escapeMarkup(post.contentNote)}</p>` : '';
  const afterwards = postscript.map((runs, n) => `<p>${n === 0 ? 'P.S. ' : ''}${words(runs)}</p>`).join('');
  return note + (post.cover ? figure(post.cover) : '') + parts.map(draw).join('') + afterwards;
}
