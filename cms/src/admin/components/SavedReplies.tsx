import { Button, Flex, Typography } from '@strapi/design-system';
import type { ResponseKit } from 'shared';

interface Props {
  replies: ResponseKit['savedReplies'];
  /** What is in the text box. */
  text: string;
  /** Takes what is to be in it: the saved reply stands below what was typed. */
  onUse: (text: string) => void;
}

/** Buttons that put a saved reply into the text box, where the counsellor edits it before she sends it. */
export const SavedReplies = ({ replies, text, onUse }: Props) =>
  replies.length === 0 ? null : (
    <Flex role="group" aria-label="Start with a saved reply" gap={2} wrap="wrap">
      <Typography textColor="neutral600">Start with a saved reply:</Typography>
      {replies.map(({ title, text: saved }) => (
        <Button
          key={title}
          variant="tertiary"
          size="S"
          onClick={() => onUse(text.trim() === '' ? saved : `${text.trimEnd()}\n\n${saved}`)}
        >
          {title}
        </Button>
      ))}
    </Flex>
  );
