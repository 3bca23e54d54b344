import { Flex, Link, Typography } from '@strapi/design-system';
import { useFetchClient, Widget } from '@strapi/strapi/admin';
import { useEffect, useState } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import { z } from 'zod';
import { postList } from '#src/admin/components/admin-paths';
import { formatDuration } from '#src/admin/components/labels';
import { DocumentState } from '#src/admin/lists/DocumentState';

const listed = z.object({
  results: z.array(
    z.object({
      documentId: z.string(),
      title: z.string().nullable(),
      status: z.enum(['draft', 'modified', 'published']),
      updatedAt: z.string(),
    }),
  ),
});

type Post = z.output<typeof listed>['results'][number];

const PostItem = ({ documentId, title, status, updatedAt }: Post) => (
  <Flex tag="li" justifyContent="space-between" gap={3} wrap="wrap" style={{ listStyle: 'none' }}>
    <Link tag={RouterLink} to={`${postList}/${documentId}`}>
      {title?.trim() || 'No title yet'}
    </Link>
    <Flex gap={3}>
      <DocumentState state={status} />
      <Typography variant="pi" textColor="neutral600">
        {`${formatDuration(updatedAt, Date.now())} ago`}
      </Typography>
    </Flex>
  </Flex>
);

/** The posts that were saved last, on the home page. */
export const RecentPosts = () => {
  const { get } = useFetchClient();
  const [posts, setPosts] = useState<readonly Post[] | 'failed' | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    get(`${postList}?page=1&pageSize=5&sort=updatedAt:DESC`, { signal: stop.signal })
      .then(({ data }) => setPosts(listed.parse(data).results))
      .catch(() => stop.signal.aborted || setPosts('failed'));
    return () => stop.abort();
  }, [get]);
  if (posts === 'failed') return <Widget.Error />;
  if (posts === null) return <Widget.Loading />;
  if (posts.length === 0) return <Typography>You haven’t written a post yet.</Typography>;
  return (
    <Flex tag="ul" direction="column" alignItems="stretch" gap={3} aria-label="Posts you worked on">
      {posts.map((post) => (
        <PostItem key={post.documentId} {...post} />
      ))}
    </Flex>
  );
};
