import { Flex, Typography } from '@strapi/design-system';
import { isRecord } from 'shared';
import { Consequence, type ConsequenceProps } from './consequences';

interface BulkProps {
  readonly model: string;
  readonly documents: readonly { readonly documentId: string; readonly title?: unknown }[];
}

/** An action of the content manager on the selected rows of a list: a hook that returns its button. */
export interface BulkAction {
  (props: BulkProps): { dialog?: unknown; [other: string]: unknown } | null | undefined;
  type?: string;
}

const questions: Readonly<Record<ConsequenceProps['ending'], { title: string; says: string }>> = {
  unpublish: {
    title: 'Take them off the site?',
    says: 'Readers will no longer see them. What you wrote stays here.',
  },
  delete: { title: 'Delete them for good?', says: 'They can’t be brought back.' },
};

const isEnding = (type: string | undefined): type is ConsequenceProps['ending'] =>
  type !== undefined && type in questions;

const titleOf = (title: unknown): string => (typeof title === 'string' && title ? `“${title}”` : 'one of them');

/**
 * Returns an action that says first what it means for people, if it takes several pieces off the site or deletes them.
 */
export const sayingConsequences = (useAction: BulkAction): BulkAction => {
  const { type } = useAction;
  if (!isEnding(type)) return useAction;
  const useSaying: BulkAction = (props) => {
    const action = useAction(props);
    if (!action || !isRecord(action.dialog)) return action;
    const content = (
      <Flex direction="column" alignItems="stretch" gap={2} width="100%">
        {props.documents.map(({ documentId, title }) => (
          <Consequence key={documentId} model={props.model} id={documentId} name={titleOf(title)} ending={type} />
        ))}
        <Typography tag="p">{questions[type].says}</Typography>
      </Flex>
    );
    return { ...action, dialog: { ...action.dialog, title: questions[type].title, content } };
  };
  return Object.assign(useSaying, { type });
};
