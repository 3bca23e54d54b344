import { describe, expect, it } from 'vitest';
import { type Attributes, cleanContent } from './clean-content';

const attributes: Attributes = {
  title: { type: 'string' },
  summary: { type: 'text' },
  email: { type: 'email' },
  slug: { type: 'uid' },
  body: { type: 'blocks' },
  prices: { type: 'component', component: 'workshop.price' },
  seo: { type: 'component', component: 'shared.seo' },
};
const addresses = { siteUrl: 'https://www.example.org', cmsUrl: 'https://cms.example.org' };
const components: Record<string, Attributes> = {
  'workshop.price': { label: { type: 'string' }, amount: { type: 'decimal' } },
  'shared.seo': { title: { type: 'string' } },
};

describe('content that is typed in the admin', () => {
  it('is cleaned by the type of each field, in components, too', () => {
    const body = [{ type: 'paragraph', children: [{ type: 'text', text: 'a\u000bb' }] }];
    const typed = {
      title: ' One\u000btwo\u200b\u202e ',
      summary: 'One\u0085two\u0007\n',
      email: '<Ann@Example.org>,',
      slug: 'a-b',
      body,
      prices: [{ id: 3, label: 'Full\u2028price', amount: 48 }],
      seo: { title: `Z${'\u0301'.repeat(99)}` },
      cover: 7,
      unknown: 'as\u000bit is',
    };
    expect(cleanContent(attributes, typed, { attributesOf: (name) => components[name] ?? {}, addresses })).toEqual({
      ...typed,
      title: 'One two',
      summary: 'One\ntwo',
      email: 'Ann@example.org',
      body: [{ type: 'paragraph', children: [{ type: 'text', text: 'a\nb' }] }],
      prices: [{ id: 3, label: 'Full price', amount: 48 }],
      seo: { title: `Z${'\u0301'.repeat(6)}` },
    });
    const uploads = 'See https://cms.example.org/uploads/map_0123456789.pdf, or https://cms.example.org/admin';
    expect(cleanContent(attributes, { summary: uploads }, { attributesOf: () => ({}), addresses })).toEqual({
      summary: 'See https://www.example.org/media/map_0123456789.pdf, or https://cms.example.org/admin',
    });
    const link = (url: unknown) => ({ type: 'link', url, children: [{ type: 'text', text: 'x' }] });
    const bodyOf = (...urls: unknown[]) => ({ body: [{ type: 'quote', children: urls.map(link) }] });
    const typedLinks = bodyOf('mailto: a@b.test', 'https://cms.example.org/uploads/a_0123456789.pdf', 'to follow', 7);
    expect(cleanContent(attributes, typedLinks, { attributesOf: () => ({}), addresses })).toEqual(
      bodyOf('mailto:a@b.test', '/media/a_0123456789.pdf', 'to follow', 7),
    );
    expect(cleanContent(attributes, { title: null, seo: null }, { attributesOf: () => ({}), addresses })).toEqual({
      title: null,
      seo: null,
    });
  });

  it('is empty where nothing of it is seen', () => {
    const typed = { title: '\ufffc', summary: '\u200b\n\u2060', email: '', prices: [{ label: '\u3164', amount: 1 }] };
    expect(cleanContent(attributes, typed, { attributesOf: (name) => components[name] ?? {}, addresses })).toEqual({
      title: '',
      summary: '',
      email: '',
      prices: [{ label: '', amount: 1 }],
    });
  });

  it('completes times of day, and stores nothing for an emptied day, time or instant', () => {
    expect(cleanContent({ t: { type: 'time' } }, { t: '14:30' }, { attributesOf: () => ({}), addresses })).toEqual({
      t: '14:30:00.000',
    });
    const dates = { day: { type: 'date' }, starts: { type: 'time' }, until: { type: 'datetime' } };
    expect(cleanContent(dates, { day: '', starts: '', until: '' }, { attributesOf: () => ({}), addresses })).toEqual({
      day: null,
      starts: null,
      until: null,
    });
  });
});
