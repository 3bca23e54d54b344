import { Button, Flex, Typography } from '@strapi/design-system';
import { useId, useState } from 'react';
import { UserText } from '#src/admin/components/UserText';
import type { ListedComment } from '#src/api/comment/admin-contract';

/** The first words of a comment. Where somebody may be struggling they stay folded until she chooses to read them. */
export const CommentBeginning = ({ comment }: { comment: ListedComment }) => {
  const [folded, setFolded] = useState(comment.care !== null);
  const id = useId();
  const words = comment.more ? `${comment.beginning} …` : comment.beginning;
  if (comment.care === null) return <UserText text={words} />;
  return (
    <Flex direction="column" alignItems="start" gap={2}>
      <Typography textColor="neutral600">The words are folded until you are ready to read them.</Typography>
      <Button variant="tertiary" size="S" aria-expanded={!folded} aria-controls={id} onClick={() => setFolded(!folded)}>
        {folded ? 'Show the words' : 'Fold the words'}
      </Button>
      <div id={id}>{!folded && <UserText text={words} />}</div>
    </Flex>
  );
};
