export interface IndexedPost {
  postId: number;
  /** Milliseconds. */
  published: number;
}

/**
 * Returns the ids of the posts that have most of the topics: those with more of them first, then the newer ones.
 */
export const mostShared = (postsByTopic: readonly (readonly IndexedPost[])[], max: number): number[] => {
  const posts = new Map<number, IndexedPost & { shared: number }>();
  for (const post of postsByTopic.flat())
    posts.set(post.postId, { ...post, shared: (posts.get(post.postId)?.shared ?? 0) + 1 });
  return [...posts.values()]
    .sort((a, b) => b.shared - a.shared || b.published - a.published || b.postId - a.postId)
    .slice(0, max)
    .map(({ postId }) => postId);
};
