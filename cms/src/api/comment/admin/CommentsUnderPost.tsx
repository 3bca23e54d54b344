import { Typography } from '@strapi/design-system';
import { commentsUnderPost } from 'shared';
import { useAdminQuery } from '#src/admin/components/admin-api';
import type { ConsequenceProps } from '#src/admin/publishing/consequences';

/** How many comments nobody can read any more when a post is taken off the site or deleted. */
export const CommentsUnderPost = ({ id, name, ending }: ConsequenceProps) => {
  const { data } = useAdminQuery(commentsUnderPost, { path: `/comments/under/${id}` });
  const shown = data?.shown ?? 0;
  if (shown === 0) return null;
  const [comments, disappears, comes] =
    shown === 1 ? ['The comment', 'disappears', 'It comes'] : [`The ${shown} comments`, 'disappear', 'They come'];
  const back = ending === 'delete' ? '' : ` ${comes} back when you publish it again.`;
  return (
    <Typography tag="p" fontWeight="semiBold">
      {`${comments} under ${name} ${disappears} from the site with it.${back}`}
    </Typography>
  );
};
