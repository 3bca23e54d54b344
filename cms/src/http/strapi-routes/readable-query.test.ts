import { describe, expect, it } from 'vitest';
import { type QueryReader, unreadableName } from './readable-query';

const models = {
  post: {
    attributes: {
      title: { type: 'string' },
      firstWords: { type: 'text' },
      cover: { type: 'media' },
      seo: { type: 'component', component: 'seo' },
      workshops: { type: 'relation', target: 'workshop' },
      notes: { type: 'relation', target: 'note' },
    },
  },
  workshop: {
    attributes: {
      title: { type: 'string' },
      joiningDetails: { type: 'text' },
      posts: { type: 'relation', target: 'post' },
    },
  },
  note: { attributes: { text: { type: 'text' } } },
  seo: { attributes: { title: { type: 'string' }, secret: { type: 'string' } } },
};

const open = ['post title', 'post cover', 'post seo.title', 'post workshops', 'workshop title', 'workshop posts'];
const reader: QueryReader = {
  modelOf: (uid) => models[uid as keyof typeof models],
  canRead: (uid, path) => open.includes(`${uid} ${path}`),
};
const unreadable = (query: Record<string, unknown>) => unreadableName(reader, 'post', query);

describe('unreadableName', () => {
  it.each([
    {},
    { page: '1', pageSize: '20', _q: 'words', locale: 'en', status: 'draft' },
    { sort: 'title:ASC' },
    { sort: ['title', 'createdAt:desc'], filters: { id: { $in: ['1'] } } },
    { sort: 'status:ASC' },
    { sort: { workshops: { title: 'asc' } } },
    { sort: 'workshops.title:ASC,seo.title' },
    { filters: { $and: [{ title: { $containsi: 'a' } }, { $not: { title: 'b' } }, { createdBy: { id: '1' } }] } },
    { filters: { workshops: { title: 'a', documentId: { $notNull: true } }, seo: { title: { $null: 'true' } } } },
    { filters: { $and: { 0: { title: { $in: { 0: 'a', 1: 'b' } } } } } },
    { filters: { $and: [{ __status: { $eq: 'draft' } }] } },
    { populate: { workshops: { populate: { posts: true }, fields: ['title'], count: true }, cover: true } },
    { populate: 'workshops.posts,cover', fields: 'title,id' },
  ])('accepts what may be read: %j', (query) => {
    expect(unreadable(query)).toBeNull();
  });

  it.each([
    [{ sort: 'firstWords' }, 'firstWords'],
    [{ sort: 'title,password:asc' }, 'password'],
    [{ sort: ['title', 'workshops.joiningDetails'] }, 'joiningDetails'],
    [{ sort: { workshops: { posts: { firstWords: 'asc' } } } }, 'firstWords'],
    [{ sort: { 0: 'firstWords' } }, 'firstWords'],
    [{ sort: 'createdBy.password' }, 'password'],
    [{ sort: 'seo.secret' }, 'secret'],
    [{ sort: 'notes.text' }, 'notes'],
    [{ filters: { firstWords: { $startsWith: 'a' } } }, 'firstWords'],
    [{ filters: { $or: [{ title: 'a' }, { $and: [{ workshops: { joiningDetails: 'b' } }] }] } }, 'joiningDetails'],
    [{ filters: { $not: { workshops: { joiningDetails: { $null: true } } } } }, 'joiningDetails'],
    [{ filters: { updatedBy: { resetPasswordToken: { $notNull: true } } } }, 'resetPasswordToken'],
    [{ filters: { cover: { hash: 'a' } } }, 'hash'],
    [{ filters: { title: { firstWords: 'a' } } }, 'firstWords'],
    [{ filters: { 0: { firstWords: 'a' } } }, 'firstWords'],
    [{ fields: ['title', 'firstWords'] }, 'firstWords'],
    [{ populate: '*' }, '*'],
    [{ populate: { workshops: { populate: '*' } } }, '*'],
    [{ populate: ['cover', 'notes'] }, 'notes'],
    [{ populate: { workshops: { fields: ['joiningDetails'] } } }, 'joiningDetails'],
    [{ populate: { workshops: { filters: { joiningDetails: 'a' } } } }, 'joiningDetails'],
    [{ populate: { workshops: { sort: 'joiningDetails' } } }, 'joiningDetails'],
    [{ populate: { workshops: ['true', { fields: 'joiningDetails' }] } }, 'workshops'],
    [{ populate: { createdBy: { fields: ['password'] } } }, 'password'],
  ])('names what may not be read: %j', (query, name) => {
    expect(unreadable(query)).toBe(name);
  });
});
