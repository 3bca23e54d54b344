import type { OpenedComment } from 'shared';
import { careLabel } from '#src/admin/components/care-labels';
import { ConfirmedButton } from '#src/admin/components/page-elements';
import { signedAsLabels, subjectInSentence } from './comment-labels';

interface Props {
  label: string;
  comment: OpenedComment;
  disabled: boolean;
  onConfirm: () => void;
}

/** A button that publishes a comment with a care flag or the counsellor's name: it asks once, with the text in view. */
export const PublishAnyway = ({ label, comment, disabled, onConfirm }: Props) => (
  <ConfirmedButton
    label={label}
    title={`Publish ${subjectInSentence(comment)}?`}
    variant="secondary"
    cancelLabel="Don’t publish it"
    disabled={disabled}
    text={comment.text}
    onConfirm={onConfirm}
  >
    {comment.care === null ? '' : `${careLabel(comment.care)}. `}
    {comment.signedAs === null ? '' : `${signedAsLabels[comment.signedAs]}, or one that looks like it. `}
    Everyone will be able to read this. To answer without publishing it, use “Answer only the writer”.
  </ConfirmedButton>
);
