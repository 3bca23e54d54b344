/** What a page answered to a reader's browser. */
export interface Page {
  status: number;
  headers: Headers;
  html: string;
  /** Where it leads (303), with its host. */
  to: string;
}

const places = [
  'on the bus',
  'in the kitchen',
  'at my desk',
  'before sleep',
  'in the garden',
  'on my break',
  'at my mother’s',
  'in the queue',
  'by the sea',
  'on the stairs',
  'over tea',
];
const moods = [
  'less alone',
  'calmer',
  'understood',
  'a little braver',
  'seen',
  'tired but hopeful',
  'kinder to myself',
  'able to ring my sister',
  'ready to rest',
];
const beginnings = [
  'I read this',
  'This found me',
  'My friend sent me this',
  'I came back to this',
  'I sat with this',
  'I printed this and read it',
  'I read this aloud',
];
let written = 0;

/** Kind words, others each time: what is said again and again looks like spam. */
export const kindWords = (): string => {
  written += 1;
  return `${beginnings[written % beginnings.length]} ${places[written % places.length]} and felt ${moods[written % moods.length]}. Thank you.`;
};

const entities: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" };
const plain = (text: string): string =>
  text.replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => entities[entity] ?? entity);

/** The value of a hidden field, or of an input, as a browser would send it again. */
export const fieldOf = (html: string, name: string): string =>
  plain(new RegExp(`name="${name}"[^>]*? value="([^"]*)"`).exec(html)?.[1] ?? '');

/** The words of a page without its markup. */
export const wordsOf = (html: string): string =>
  plain(html.replace(/<(script|style)[\s\S]*?<\/\1>/g, '').replace(/<[^>]*>/g, ' '))
    .replace(/\s+/g, ' ')
    .trim();

/** A reader whose browser runs no script: asks for pages and sends forms, and follows nothing by itself. */
export class Reader {
  readonly #site: string;
  readonly #headers: Record<string, string>;

  constructor(site: string, headers: Record<string, string> = {}) {
    this.#site = site;
    this.#headers = headers;
  }

  async get(path: string): Promise<Page> {
    return this.#page(await fetch(new URL(path, this.#site), { redirect: 'manual', headers: this.#headers }));
  }

  async post(path: string, fields: Record<string, string>, headers: Record<string, string> = {}): Promise<Page> {
    return this.#page(
      await fetch(new URL(path, this.#site), {
        method: 'POST',
        redirect: 'manual',
        body: new URLSearchParams(fields),
        headers: { ...this.#headers, ...headers },
      }),
    );
  }

  /** Types a comment, reads it once more and sends it; gives the page that it leads to. */
  async comment(slug: string, fields: Record<string, string> = {}): Promise<Page> {
    const typed = { name: 'Marnie', text: kindWords(), audience: 'everyone', consent: 'on', ...fields };
    const review = await this.post(`/blog/${slug}/comment`, typed);
    const formToken = fieldOf(review.html, 'formToken');
    if (!formToken)
      throw new Error(
        `There was no page to read it once more, but ${review.status}: ${wordsOf(review.html).slice(0, 500)}`,
      );
    return this.post(`/blog/${slug}/comment`, { ...typed, formToken });
  }

  /** Sends a comment; gives its number, its private link's path and the path of the page of thanks. */
  async sendComment(
    slug: string,
    fields: Record<string, string> = {},
  ): Promise<{ number: number; own: string; code: string; thanks: string }> {
    const sent = await this.comment(slug, fields);
    if (sent.status !== 303)
      throw new Error(`The comment was answered with ${sent.status}: ${wordsOf(sent.html).slice(0, 500)}`);
    const { html } = await this.get(sent.to);
    const own = /\/your-comment\/[\w.-]+/.exec(html)?.[0] ?? '';
    const code = /Code ([\w ]{9})/.exec(wordsOf(html))?.[1] ?? '';
    return { number: Number(/\/your-comment\/(\d+)\./.exec(html)?.[1]), own, code, thanks: new URL(sent.to).pathname };
  }

  /** Fills in the form of a workshop as it comes, with its form token; gives the page that answers. */
  async registration(slug: string, fields: Record<string, string> = {}): Promise<Page> {
    const form = await this.get(`/workshops/${slug}/register`);
    written += 1;
    const typed = {
      name: 'Marnie',
      email: `marnie-${written}@example.org`,
      price: '1',
      formToken: fieldOf(form.html, 'formToken'),
      ...fields,
    };
    return this.post(`/workshops/${slug}/register`, typed);
  }

  /** Registers for a workshop; gives the paths of the page of thanks and of the private link. */
  async register(slug: string, fields: Record<string, string> = {}): Promise<{ thanks: string; own: string }> {
    const sent = await this.registration(slug, fields);
    if (sent.status !== 303)
      throw new Error(`Registering was answered with ${sent.status}: ${wordsOf(sent.html).slice(0, 500)}`);
    const { html } = await this.get(sent.to);
    return { thanks: new URL(sent.to).pathname, own: /\/your-place\/[\w.-]+/.exec(html)?.[0] ?? '' };
  }

  async #page(answer: Response): Promise<Page> {
    const to = answer.headers.get('location');
    return {
      status: answer.status,
      headers: answer.headers,
      html: await answer.text(),
      to: to ? new URL(to, this.#site).href : '',
    };
  }
}

/** The slug of a post that the site shows. */
export async function aPostSlug(site: string): Promise<string> {
  const slug = /\/blog\/([a-z0-9-]+)</.exec(await (await fetch(`${site}/sitemap.xml`)).text())?.[1];
  if (!slug) throw new Error('The sitemap lists no post.');
  return slug;
}
