import { Flex, Typography } from '@strapi/design-system';
import { unstable_useDocumentActions as useDocumentActions } from '@strapi/strapi/admin';
import { quotedTitle } from '#src/admin/components/labels';
import type { DocumentAction } from '#src/admin/document-actions';
import { formName, openedForm } from '#src/admin/saving/opened-forms';
import { Consequence } from './consequences';

/**
 * Returns the content manager's action that takes an entry off the site, which asks one question. Strapi's own offers to
 * throw the newer draft away. The saved draft stays as it is, and what is typed stays in the form.
 */
export const takingOff = (useUnpublish: DocumentAction): DocumentAction => {
  const useTakeOff: DocumentAction = (props) => {
    const action = useUnpublish(props);
    const { unpublish } = useDocumentActions();
    if (!action || action.disabled) return null;
    const { model, collectionType, documentId } = props;
    return {
      ...action,
      label: 'Take it off the site',
      variant: 'secondary',
      onClick: () => false,
      dialog: {
        type: 'dialog',
        title: `Take ${quotedTitle(props.document) ?? 'it'} off the site?`,
        content: (
          <Flex direction="column" alignItems="stretch" gap={2} width="100%">
            {documentId !== undefined && <Consequence model={model} id={documentId} name="it" ending="unpublish" />}
            <Typography tag="p">Readers will no longer see it. What you wrote stays here.</Typography>
          </Flex>
        ),
        confirmLabel: 'Take it off the site',
        onConfirm: async () => {
          const done = await unpublish({ collectionType, model, documentId, params: {} });
          if (!('error' in done)) openedForm(formName(model, documentId)).say({ kind: 'off-site' });
        },
      },
    };
  };
  return Object.assign(useTakeOff, { type: useUnpublish.type, position: useUnpublish.position });
};
