import { describe, expect, it } from 'vitest';
import { changedKind } from './changed-tag';

describe('changedKind', () => {
  it('counts what readers can see', () => {
    expect(changedKind('api::post.post', 'publish')).toBe('posts');
    expect(changedKind('api::post.post', 'unpublish')).toBe('posts');
    expect(changedKind('api::page.page', 'delete')).toBe('pages');
  });
  it('leaves the pages of the site alone while she is writing', () => {
    expect(changedKind('api::post.post', 'update')).toBeNull();
    expect(changedKind('api::page.page', 'discardDraft')).toBeNull();
  });
  it('counts every change of what has no drafts', () => {
    expect(changedKind('api::topic.topic', 'update')).toBe('topics');
    expect(changedKind('api::author.author', 'delete')).toBe('authors');
    expect(changedKind('api::practice.practice', 'create')).toBe('practice');
  });
});
