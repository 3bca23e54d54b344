import { describe, expect, it } from 'vitest';
import { fetchVersions, relatedAfter } from './reader-version';

const grief = { documentId: 'a', label: 'Grief' };

describe('what is related after the form was changed', () => {
  it('is what was saved, without what it disconnects, with what it connects', () => {
    const change = {
      connect: [{ id: 3, apiData: { documentId: 'c' }, label: 'Sleep' }],
      disconnect: [{ id: 1, apiData: { documentId: 'a' } }],
    };
    expect(relatedAfter([grief, { documentId: 'b', label: 'Anger' }], change)).toEqual([
      { documentId: 'b', label: 'Anger' },
      { documentId: 'c', label: 'Sleep' },
    ]);
    expect(relatedAfter([grief], { connect: [], disconnect: [] })).toEqual([grief]);
    expect(relatedAfter([grief], undefined)).toEqual([grief]);
  });
});

describe('the two versions of a piece', () => {
  it('have names where others are related', async () => {
    const answers: Record<string, unknown> = {
      '/collection-types/api::post.post/p?status=published': { data: { title: 'Old', topics: { count: 1 } } },
      '/relations/api::post.post/p/topics?status=published&pageSize=100': {
        results: [{ documentId: 'a', name: 'Grief' }],
      },
      '/relations/api::post.post/p/topics?status=draft&pageSize=100': { results: [{ documentId: 'b', name: 'Anger' }] },
    };
    const versions = await fetchVersions(
      async (path) => answers[path],
      { model: 'api::post.post', documentId: 'p' },
      [
        { name: 'title', label: 'Title', attribute: { type: 'string' } },
        { name: 'topics', label: 'Topics', attribute: { type: 'relation' } },
      ],
      { title: 'New', topics: { connect: [], disconnect: [] } },
    );
    expect(versions).toEqual({
      readers: { title: 'Old', topics: ['Grief'] },
      now: { title: 'New', topics: ['Anger'] },
    });
  });
});
