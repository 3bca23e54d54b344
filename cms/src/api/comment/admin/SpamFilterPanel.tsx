import { Box, Flex, Typography } from '@strapi/design-system';
import type { CommentCounts } from 'shared';
import { ConfirmedButton, Panel } from '#src/admin/components/page-elements';

const comments = (count: number): string => (count === 1 ? 'one comment' : `${count} comments`);

const summaryOf = ({ spam, human }: CommentCounts['learned']): string =>
  spam + human === 0
    ? 'The spam filter learns from your decisions: what you mark as spam, and what you approve or mark as read. You have not taught it anything yet.'
    : `The spam filter has learned from ${comments(spam)} that you marked as spam and ${comments(human)} that you approved or marked as read.`;

interface Props {
  learned: CommentCounts['learned'];
  isBusy: boolean;
  onForget: () => void;
}

/** What the counsellor's decisions have taught the spam filter, and how to make it forget that. */
export const SpamFilterPanel = ({ learned, isBusy, onForget }: Props) => (
  <Box paddingTop={6}>
    <Panel title="The spam filter">
      <Flex direction="column" alignItems="flex-start" gap={4}>
        <Typography>{summaryOf(learned)}</Typography>
        <Typography textColor="neutral600">
          It keeps numbers about the words, not the comments. A comment that suggests someone may be struggling never
          goes to spam.
        </Typography>
        {learned.spam + learned.human > 0 && (
          <ConfirmedButton
            label="Forget what was learned"
            title="Forget what the spam filter has learned?"
            disabled={isBusy}
            onConfirm={onForget}
          >
            The filter starts again with what it knew at first. Your comments and your decisions stay as they are. You
            can’t undo this.
          </ConfirmedButton>
        )}
      </Flex>
    </Panel>
  </Box>
);
