import { Flex, Typography } from '@strapi/design-system';
import { isRecord } from 'shared';
import { quotedTitle } from '#src/admin/components/labels';
import type { ActionProps, DocumentAction } from '#src/admin/document-actions';
import { Consequence } from './consequences';

/** What is lost with a piece, in words. */
const Losses = ({ model, documentId, document }: ActionProps) => {
  const isPublic = document?.status === 'published' || document?.status === 'modified';
  return (
    <Flex direction="column" alignItems="stretch" gap={2} width="100%">
      {documentId !== undefined && <Consequence model={model} id={documentId} name="it" ending="delete" />}
      <Typography tag="p">
        {isPublic ? 'Readers can no longer open it, and it can’t be brought back.' : 'It can’t be brought back.'}
      </Typography>
      {isPublic && (
        <Typography tag="p" textColor="neutral600">
          If only readers should not see it any more, take it off the site instead.
        </Typography>
      )}
    </Flex>
  );
};

/** Returns the content manager's action that deletes, which says what is lost before it does. */
export const deleting = (useDelete: DocumentAction): DocumentAction => {
  const useDeleting: DocumentAction = (props) => {
    const action = useDelete(props);
    if (!action || action.disabled || !isRecord(action.dialog)) return null;
    return {
      ...action,
      label: 'Delete',
      dialog: {
        ...action.dialog,
        title: `Delete ${quotedTitle(props.document) ?? 'it'} for good?`,
        content: <Losses {...props} />,
        confirmLabel: 'Delete it',
      },
    };
  };
  return Object.assign(useDeleting, { type: useDelete.type, position: useDelete.position });
};
