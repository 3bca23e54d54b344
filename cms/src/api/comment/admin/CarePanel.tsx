import { Box, Flex, Typography } from '@strapi/design-system';
import type { OpenedComment } from 'shared';
import { CareChecklist } from '#src/admin/components/CareChecklist';
import { ConfirmedButton, Panel } from '#src/admin/components/page-elements';
import { subjectInSentence } from './comment-labels';

interface Props {
  comment: OpenedComment;
  isBusy: boolean;
  onDismiss: () => void;
}

/** What to do where someone may be struggling. It stays, whatever is decided, until the counsellor dismisses the flag. */
export const CarePanel = ({ comment, isBusy, onDismiss }: Props) => (
  <Panel title="Your checklist">
    <Flex direction="column" alignItems="stretch" gap={4}>
      <CareChecklist checklist={comment.responseKit.checklist} />
      <Typography textColor="neutral600">
        The flag and this checklist stay here, whatever you decide about the comment, until you dismiss them.
      </Typography>
      <Box>
        <ConfirmedButton
          label="Dismiss the flag"
          title={`Dismiss the flag of ${subjectInSentence(comment)}?`}
          variant="tertiary"
          cancelLabel="Keep it"
          disabled={isBusy}
          onConfirm={onDismiss}
        >
          Do this when you have dealt with it. The flag, its reasons and the checklist go from this comment, and you
          can’t get them back.
        </ConfirmedButton>
      </Box>
    </Flex>
  </Panel>
);
