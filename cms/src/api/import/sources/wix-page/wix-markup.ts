import { z } from 'zod';
import { dayInLondon } from '#src/api/import/calendar';
import { attribute, elementsOf, type HtmlElement, linesOfHtml } from '#src/api/import/files/html-lines';
import type { PageLine } from '#src/api/import/page-line';
import { readWrittenDay } from '#src/api/import/written-days';
import type { HeadDay, PageHead } from './head';

type Root = Parameters<typeof elementsOf>[0];

/** A post as Wix's own markup gives it: no line has to be guessed. `path` is its address on the old site. */
interface MarkedPost {
  head: PageHead;
  own: PageLine[];
  address: URL | null;
}

const hook = (element: HtmlElement): string => attribute(element, 'data-hook') ?? '';

const textOf = (element: HtmlElement | undefined): string | null =>
  element
    ? linesOfHtml(element)
        .map(({ text }) => text)
        .join(' ') || null
    : null;

const textByHook = (elements: readonly HtmlElement[], name: string): string | null =>
  textOf(elements.find((element) => hook(element) === name));

/** What search engines are told about a post: https://schema.org/BlogPosting */
const blogPosting = z.object({
  '@type': z.literal(['BlogPosting', 'Article', 'NewsArticle']),
  headline: z.string().optional(),
  datePublished: z.string().optional(),
  dateModified: z.string().optional(),
  author: z.union([z.object({ name: z.string() }), z.array(z.object({ name: z.string() }))]).optional(),
});
type BlogPosting = z.infer<typeof blogPosting>;

function readBlogPosting(elements: readonly HtmlElement[]): BlogPosting | null {
  for (const element of elements) {
    if (element.tagName !== 'script' || attribute(element, 'type') !== 'application/ld+json') continue;
    try {
      const json: unknown = JSON.parse(element.childNodes.map((node) => ('value' in node ? node.value : '')).join(''));
      for (const candidate of Array.isArray(json) ? json : [json]) {
        const read = blogPosting.safeParse(candidate);
        if (read.success) return read.data;
      }
    } catch {
      continue;
    }
  }
  return null;
}

function readMeta(elements: readonly HtmlElement[], name: string): string | null {
  const meta = elements.find(
    (element) => element.tagName === 'meta' && (attribute(element, 'property') ?? attribute(element, 'name')) === name,
  );
  return (meta && attribute(meta, 'content')?.trim()) || null;
}

function readAddress(elements: readonly HtmlElement[]): URL | null {
  const canonical = elements.find(
    (element) => element.tagName === 'link' && attribute(element, 'rel')?.toLowerCase() === 'canonical',
  );
  const address = (canonical && attribute(canonical, 'href')) || readMeta(elements, 'og:url');
  return address && URL.canParse(address) ? new URL(address) : null;
}

/** The day of a moment such as `2024-07-25T09:00:00Z`, in the United Kingdom. */
function dayOfMoment(moment: string | null | undefined): HeadDay | null {
  const time = Date.parse(moment ?? '');
  if (!Number.isFinite(time)) return null;
  const text = dayInLondon(new Date(time));
  const written = readWrittenDay(text);
  return written ? { written, text } : null;
}

const isBody = (element: HtmlElement): boolean =>
  ['post-description', 'post-content'].includes(hook(element)) ||
  ['content-viewer', 'rich-content-viewer'].includes(attribute(element, 'data-id') ?? '');

/** The elements that hold posts; one within another counts once. */
const findBodies = (elements: readonly HtmlElement[]): HtmlElement[] => {
  const all = elements.filter(isBody);
  return all.filter((body) => !all.some((outer) => outer !== body && [...elementsOf(outer)].includes(body)));
};

/** How many posts the page shows in whole by Wix's markup: 0 if it bears none. */
export const countMarkedPosts = (root: Root): number => findBodies([...elementsOf(root)]).length;

const readShownDay = (text: string): HeadDay => {
  const written = readWrittenDay(text);
  return written ? { written, text } : { text, unreadable: true };
};

/** The days as search engines are told them; the day that the page shows, if they are told none. */
function readDays(
  elements: readonly HtmlElement[],
  posting: BlogPosting | null,
): Pick<PageHead, 'published' | 'updated'> {
  const told = dayOfMoment(posting?.datePublished ?? readMeta(elements, 'article:published_time'));
  const modified = dayOfMoment(posting?.dateModified ?? readMeta(elements, 'article:modified_time'));
  const shown = textByHook(elements, 'time-ago');
  const published = told ?? (shown === null ? null : readShownDay(shown));
  return { published, updated: modified && modified.text !== published?.text ? modified : null };
}

const readTitle = (elements: readonly HtmlElement[], posting: BlogPosting | null): string | null =>
  textByHook(elements, 'post-title') ??
  posting?.headline ??
  readMeta(elements, 'og:title') ??
  textOf(elements.find(({ tagName }) => tagName === 'h1'));

function readAuthor(elements: readonly HtmlElement[], posting: BlogPosting | null): string | null {
  const [author] = [posting?.author ?? []].flat();
  return author?.name ?? textByHook(elements, 'user-name') ?? readMeta(elements, 'author');
}

/**
 * Reads the post of a page that was saved with Wix's markup; null if the page bears none, or none that says what the
 * post's title is.
 */
export function readMarkedPost(root: Root): MarkedPost | null {
  const elements = [...elementsOf(root)];
  const [body] = findBodies(elements);
  const posting = readBlogPosting(elements);
  const title = readTitle(elements, posting);
  if (!body || !title) return null;
  return {
    head: {
      title,
      author: readAuthor(elements, posting),
      ...readDays(elements, posting),
      readingTime: textByHook(elements, 'time-to-read'),
      before: [],
      between: [],
      bodyStart: 0,
    },
    own: linesOfHtml(body),
    address: readAddress(elements),
  };
}
