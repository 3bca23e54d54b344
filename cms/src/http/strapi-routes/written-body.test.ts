import { describe, expect, it } from 'vitest';
import { writableBody } from './written-body';

const models = {
  post: {
    attributes: {
      title: { type: 'string' },
      seo: { type: 'component', component: 'seo' },
      redirects: { type: 'component', component: 'redirect' },
      author: { type: 'relation' },
    },
  },
  seo: { attributes: { title: { type: 'string' }, image: { type: 'media' } } },
  redirect: { attributes: { path: { type: 'string' } } },
};
const modelOf = (uid: string) => models[uid as keyof typeof models];

const sent = {
  id: 7,
  documentId: 'another',
  title: 'A title',
  createdAt: '2020-01-01',
  updatedAt: '2020-01-01',
  publishedAt: '2020-01-01',
  createdBy: { id: 1 },
  updatedBy: { id: 1 },
  seo: { id: 3, title: 'For search', image: { id: 4 } },
  redirects: [{ id: 5, path: '/old' }],
  author: { connect: [{ id: 6, documentId: 'a' }] },
};

describe('writableBody', () => {
  it('leaves out what the CMS sets, and keeps the ids of the components of a document that exists', () => {
    expect(writableBody(modelOf, 'post', sent, { isNew: false })).toEqual({
      title: 'A title',
      seo: sent.seo,
      redirects: sent.redirects,
      author: sent.author,
    });
  });
  it('leaves out the ids of components of a new document, too, but not those of what it refers to', () => {
    expect(writableBody(modelOf, 'post', sent, { isNew: true })).toEqual({
      title: 'A title',
      seo: { title: 'For search', image: { id: 4 } },
      redirects: [{ path: '/old' }],
      author: sent.author,
    });
  });
  it('keeps what is no component as it was sent', () => {
    expect(writableBody(modelOf, 'post', { redirects: null, seo: 'x' }, { isNew: true })).toEqual({
      redirects: null,
      seo: 'x',
    });
  });
});
