import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { commentedPost, demoComments } from '#src/api/comment/demo/demo-comments';
import { screenComment } from '#src/api/comment/domain/screening';
import { demoPages, demoTopics } from '#src/api/post/demo/demo-content';
import { demoPosts } from '#src/api/post/demo/seed-blog';
import { demoWorkshops } from '#src/api/workshop/demo/demo-workshops';
import { type DemoBlock, demoPictureNames } from './writing';

const inlineText = (children: readonly unknown[]): string =>
  children
    .map((child) => {
      const { text, children: inner } = child as { text?: string; children?: unknown[] };
      return text ?? inlineText(inner ?? []);
    })
    .join('');
const textOf = (block: DemoBlock): string => ('children' in block ? inlineText(block.children) : '');
const wordsOf = (body: readonly DemoBlock[]): number => body.map(textOf).join(' ').split(/\s+/).filter(Boolean).length;
const texts = [...demoPosts, ...demoPages];

const linksIn = (node: unknown): string[] => {
  const { url, children = [] } = node as { url?: string; children?: unknown[] };
  return [...(url === undefined ? [] : [url]), ...children.flatMap(linksIn)];
};

describe('the demo texts', () => {
  it.each(texts.map((text) => [text.title, text] as const))(
    '“%s” has nothing empty, and sections in order',
    (_title, { body }) => {
      const written = body.filter(({ type }) => type !== 'demo-picture');
      for (const block of written) expect(textOf(block).trim()).not.toBe('');
      const levels = body.flatMap((block) => (block.type === 'heading' ? [block.level] : []));
      expect(levels.every((level, i) => level === 2 || (level === 3 && i > 0))).toBe(true);
      expect(body[0]?.type).toBe('paragraph');
      expect(body.at(-1)?.type).not.toBe('heading');
    },
  );

  it.each(demoPosts.filter(({ published }) => published !== null).map((post) => [post.title, post] as const))(
    '“%s” is a post to read',
    (_title, post) => {
      expect(wordsOf(post.body)).toBeGreaterThanOrEqual(290);
      expect(wordsOf(post.body)).toBeLessThanOrEqual(1000);
      expect(post.published).toMatch(/^202[56]-/);
      expect(post.topics.length).toBeGreaterThan(0);
      expect(post.topics.every((topic) => topic in demoTopics)).toBe(true);
    },
  );

  it('use typographic quotation marks and apostrophes', () => {
    for (const { title, body } of texts) expect([title, ...body.map(textOf)].join(' ')).not.toMatch(/["']/);
  });

  it('only lead to places that exist', () => {
    const slugOf = (title: string) =>
      title
        .toLowerCase()
        .replace(/’/g, '')
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^-|-$/g, '');
    const places = [
      '/help-now',
      ...demoPages.map(({ title }) => `/${slugOf(title)}`),
      ...demoPosts.map(({ title }) => `/blog/${slugOf(title)}`),
    ];
    for (const { body } of texts) for (const url of body.flatMap(linksIn)) expect(places).toContain(url);
  });

  it('have workshops with more places than people, and nobody twice', () => {
    for (const { about, people, description } of demoWorkshops) {
      expect(people.length).toBeLessThan(about.capacity as number);
      expect(people.every(({ price }) => price <= (about.prices as unknown[]).length)).toBe(true);
      expect(JSON.stringify([about, ...description.map(textOf), people]).replaceAll('"', '')).not.toMatch(/'/);
    }
    const names = demoWorkshops.flatMap(({ people }) => people.map(({ name }) => name));
    expect(new Set(names).size).toBe(names.length);
  });

  it('have comments that are what they show: kind, in order, and one whose writer is not well', () => {
    expect(demoPosts.map(({ title }) => title)).toContain(commentedPost);
    const flagged = demoComments.filter(({ text }) => {
      const { state, care } = screenComment({
        name: '',
        text,
        honeypot: false,
        sameBefore: 0,
        wordList: [],
      });
      expect(state).toBe('waiting');
      return care !== null;
    });
    expect(flagged.map(({ name }) => name)).toEqual(['K']);
    for (const [i, { text, answers = -1 }] of demoComments.entries()) {
      expect(text).not.toMatch(/["']/);
      expect(answers).toBeLessThan(i);
    }
  });

  it('have their pictures beside them', () => {
    for (const name of demoPictureNames)
      expect(existsSync(path.join(__dirname, 'pictures', `${name}.webp`))).toBe(true);
  });
});
