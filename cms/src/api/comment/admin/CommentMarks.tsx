import { Box, Flex, Typography } from '@strapi/design-system';
import { formatDate } from '#src/admin/components/date-labels';
import type { ListedComment } from '#src/api/comment/admin-contract';
import { careInWords, stateNames } from './comment-labels';

interface Mark {
  says: string;
  strong: boolean;
}

const calm = (says: string): Mark => ({ says, strong: false });

/** What is particular about a comment, each in words: a colour alone would say nothing to many people. */
const marksOf = (comment: ListedComment, withState: boolean): Mark[] => [
  ...(withState ? [calm(stateNames[comment.state])] : []),
  ...(comment.care ? [{ says: careInWords(comment.care), strong: comment.care.urgent }] : []),
  ...(comment.audience === 'counsellor' ? [calm('Only for you')] : []),
  ...(comment.hidden ? [{ says: 'Hidden by a report', strong: true }] : []),
  ...(comment.openReports > 0 ? [calm(comment.openReports === 1 ? '1 report' : `${comment.openReports} reports`)] : []),
  ...(comment.suspected && comment.state !== 'spam' ? [calm('Suspected spam')] : []),
  ...(comment.held ? [calm(`Held until ${formatDate(comment.held.until)}`)] : []),
];

/** What should be known before the words are read; nothing at all where there is nothing to say. */
export const CommentMarks = ({ comment, withState }: { comment: ListedComment; withState: boolean }) => {
  const marks = marksOf(comment, withState);
  return marks.length === 0 ? null : (
    <Flex gap={2} wrap="wrap">
      {marks.map(({ says, strong }) => (
        <Box
          key={says}
          paddingLeft={2}
          paddingRight={2}
          paddingTop={1}
          paddingBottom={1}
          hasRadius
          background={strong ? 'danger100' : 'neutral150'}
        >
          <Typography variant="pi" fontWeight="semiBold" textColor={strong ? 'danger700' : 'neutral800'}>
            {says}
          </Typography>
        </Box>
      ))}
    </Flex>
  );
};
