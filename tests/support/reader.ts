import { setTimeout as pause } from 'node:timers/promises';
import { kindText } from './kind-text.ts';

/** A page as a reader's browser gets it. */
export interface Page {
  status: number;
  headers: Headers;
  html: string;
  /** The whole address that a redirect (303) leads to. */
  to: string;
}

let registered = 0;

const entities: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" };
const plain = (text: string): string =>
  text.replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => entities[entity] ?? entity);

/** Returns the value of a field as a browser would send it again. */
export const fieldOf = (html: string, name: string): string =>
  plain(new RegExp(`name="${name}"[^>]*? value="([^"]*)"`).exec(html)?.[1] ?? '');

/** Returns the text of a page without its markup. */
export const textOf = (html: string): string =>
  plain(html.replace(/<(script|style)[\s\S]*?<\/\1>/g, '').replace(/<[^>]*>/g, ' '))
    .replace(/\s+/g, ' ')
    .trim();

/** A reader whose browser runs no script: requests pages and sends forms, and follows no redirect by itself. */
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

  /** Types a comment, checks it on the second page and sends it; returns the page that follows. */
  async comment(slug: string, fields: Record<string, string> = {}): Promise<Page> {
    const typed = { name: 'Marnie', text: kindText(), audience: 'everyone', consent: 'on', ...fields };
    const review = await this.post(`/blog/${slug}/comment`, typed);
    const formToken = fieldOf(review.html, 'formToken');
    if (!formToken)
      throw new Error(
        `There was no page to check the comment on, but ${review.status}: ${textOf(review.html).slice(0, 500)}`,
      );
    return this.post(`/blog/${slug}/comment`, { ...typed, formToken });
  }

  /** Sends a comment; returns its number, its private link's path and the path of the page that says thank you. */
  async sendComment(
    slug: string,
    fields: Record<string, string> = {},
  ): Promise<{ number: number; own: string; code: string; thanks: string }> {
    const sent = await this.comment(slug, fields);
    if (sent.status !== 303)
      throw new Error(`The comment was answered with ${sent.status}: ${textOf(sent.html).slice(0, 500)}`);
    const { html } = await this.get(sent.to);
    const own = /\/your-comment\/[\w.-]+/.exec(html)?.[0] ?? '';
    const code = /Code ([\w ]{9})/.exec(textOf(html))?.[1] ?? '';
    return { number: Number(/\/your-comment\/(\d+)\./.exec(html)?.[1]), own, code, thanks: new URL(sent.to).pathname };
  }

  /** Fills in the form of a workshop, with its form token; returns the page that follows. */
  async registration(slug: string, fields: Record<string, string> = {}): Promise<Page> {
    const form = await this.get(`/workshops/${slug}/register`);
    registered += 1;
    const typed = {
      name: 'Marnie',
      email: `marnie-${registered}@example.org`,
      price: fieldOf(form.html, 'price'),
      formToken: fieldOf(form.html, 'formToken'),
      ...fields,
    };
    return this.post(`/workshops/${slug}/register`, typed);
  }

  /** Registers for a workshop; returns the paths of the page that says thank you and of the private link. */
  async register(slug: string, fields: Record<string, string> = {}): Promise<{ thanks: string; own: string }> {
    const sent = await this.registration(slug, fields);
    if (sent.status !== 303)
      throw new Error(`Registering was answered with ${sent.status}: ${textOf(sent.html).slice(0, 500)}`);
    const { html } = await this.get(sent.to);
    return { thanks: new URL(sent.to).pathname, own: /\/your-place\/[\w.-]+/.exec(html)?.[0] ?? '' };
  }

  /** Sends a message with the contact form; returns the paths of the page after it and of the private link. */
  async contact(fields: Record<string, string> = {}): Promise<{ thanks: string; own: string }> {
    const { html: form } = await this.get('/contact');
    const typed = { channel: 'email', email: 'marnie@example.org', formToken: fieldOf(form, 'formToken'), ...fields };
    const sent = await this.post('/contact', typed);
    if (sent.status !== 303)
      throw new Error(`The message was answered with ${sent.status}: ${textOf(sent.html).slice(0, 500)}`);
    const { html } = await this.get(sent.to);
    return { thanks: new URL(sent.to).pathname, own: /\/your-message\/[\w.-]+/.exec(html)?.[0] ?? '' };
  }

  /** Books the first free call; returns the paths of the page after it and of the private link. */
  async bookCall(fields: Record<string, string> = {}): Promise<{ thanks: string; own: string }> {
    const { html: form } = await this.get('/book');
    const starts = fieldOf(form, 'starts');
    const given = { channel: 'online', starts, name: 'Marnie', email: `marnie-${Date.parse(starts)}@example.org` };
    const sent = await this.post('/book', { ...given, formToken: fieldOf(form, 'formToken'), ...fields });
    if (sent.status !== 303)
      throw new Error(`Booking was answered with ${sent.status}: ${textOf(sent.html).slice(0, 500)}`);
    const { html } = await this.get(sent.to);
    return { thanks: new URL(sent.to).pathname, own: /\/your-call\/[\w.-]+/.exec(html)?.[0] ?? '' };
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

const slugWithinMs = 20_000;

/** Returns the slug of a post that the site shows. Right after a start, a busy machine may need a few attempts. */
export async function aPostSlug(site: string): Promise<string> {
  for (const end = Date.now() + slugWithinMs; ; await pause(250)) {
    const response = await fetch(`${site}/sitemap.xml`);
    const text = await response.text();
    const slug = /\/blog\/([a-z0-9-]+)</.exec(text)?.[1];
    if (slug) return slug;
    if (Date.now() > end) throw new Error(`The sitemap lists no post (status ${response.status}).\n${text}`);
  }
}
