import { describe, expect, it } from 'vitest';
import { tagChangedBy } from './bump-on-change';

describe('tagChangedBy', () => {
  it('returns the tag of what readers can see', () => {
    expect(tagChangedBy('api::post.post', 'publish')).toBe('posts');
    expect(tagChangedBy('api::post.post', 'unpublish')).toBe('posts');
    expect(tagChangedBy('api::page.page', 'delete')).toBe('pages');
  });
  it('returns null for changes of a draft', () => {
    expect(tagChangedBy('api::post.post', 'update')).toBeNull();
    expect(tagChangedBy('api::page.page', 'discardDraft')).toBeNull();
  });
  it('returns a tag for every change of a type without drafts', () => {
    expect(tagChangedBy('api::topic.topic', 'update')).toBe('topics');
    expect(tagChangedBy('api::author.author', 'delete')).toBe('authors');
    expect(tagChangedBy('api::practice.practice', 'create')).toBe('practice');
  });
});
