import type { FullPost, Picture } from 'shared';
import { defaultSize, mediaPath } from '#shared/pictures';
import { bodyOf, type List, type Part } from '#shared/rich-text/body';
import type { Inline, TextRun } from '#shared/rich-text/inline';
import { escapeMarkup } from '#shared/text';

/**
 * Returns a post as HTML for feed readers: without classes and scripts, and with absolute URLs, because they show it
 * elsewhere.
 *
 * @param page the URL of the post's page
 */
export function postHtml(post: Pick<FullPost, 'body' | 'contentNote' | 'cover'>, page: string): string {
  const { origin } = new URL(page);
  const { parts, postscript } = bodyOf(post.body, 'post');
  const absoluteUrl = (href: string) =>
    href.startsWith('#') ? page + href : href.startsWith('/') ? origin + href : href;

  const textHtml = ({ lines, marks }: TextRun): string =>
    marks.reduceRight((inner, mark) => `<${mark}>${inner}</${mark}>`, lines.map(escapeMarkup).join('<br>'));
  const inlineHtml = (runs: Inline): string =>
    runs
      .map((run) =>
        run.kind === 'text'
          ? textHtml(run)
          : `<a href="${escapeMarkup(absoluteUrl(run.link.href))}">${run.runs.map(textHtml).join('')}</a>`,
      )
      .join('');
  const listHtml = ({ isOrdered, items }: List): string => {
    const tag = isOrdered ? 'ol' : 'ul';
    return `<${tag}>${items.map((item) => `<li>${inlineHtml(item.inline)}${item.lists.map(listHtml).join('')}</li>`).join('')}</${tag}>`;
  };
  const figureHtml = (picture: Picture): string => {
    const { url, width, height } = defaultSize(picture);
    const caption = picture.caption ? `<figcaption>${escapeMarkup(picture.caption)}</figcaption>` : '';
    return `<figure><img src="${escapeMarkup(origin + mediaPath(url))}" width="${width}" height="${height}" alt="${escapeMarkup(picture.alt)}">${caption}</figure>`;
  };
  const partHtml = (part: Part): string => {
    switch (part.kind) {
      case 'paragraph':
        return `<p>${inlineHtml(part.inline)}</p>`;
      case 'heading':
        return `<h${part.level}>${inlineHtml(part.inline)}</h${part.level}>`;
      case 'list':
        return listHtml(part);
      case 'quote':
        return `<blockquote><p>${inlineHtml(part.inline)}</p></blockquote>`;
      case 'pull-quote':
        return '';
      case 'code':
        return `<pre><code>${escapeMarkup(part.text)}</code></pre>`;
      case 'picture':
        return figureHtml(part.picture);
    }
  };

  const note = post.contentNote ? `<p><strong>Before you read:</strong> ${escapeMarkup(post.contentNote)}</p>` : '';
  const postscriptHtml = postscript.map((runs, n) => `<p>${n === 0 ? 'P.S. ' : ''}${inlineHtml(runs)}</p>`).join('');
  return note + (post.cover ? figureHtml(post.cover) : '') + parts.map(partHtml).join('') + postscriptHtml;
}
