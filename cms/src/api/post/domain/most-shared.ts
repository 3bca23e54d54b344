export interface Shelved {
  postId: number;
  /** Milliseconds. */
  published: number;
}

/**
 * The posts that stand on most of the shelves, one shelf a topic: those on more of them first, then the newer ones.
 */
export const mostShared = (shelves: readonly (readonly Shelved[])[], most: number): number[] => {
  const posts = new Map<number, Shelved & { shared: number }>();
  for (const post of shelves.flat())
    posts.set(post.postId, { ...post, shared: (posts.get(post.postId)?.shared ?? 0) + 1 });
  return [...posts.values()]
    .sort((a, b) => b.shared - a.shared || b.published - a.published || b.postId - a.postId)
    .slice(0, most)
    .map(({ postId }) => postId);
};
