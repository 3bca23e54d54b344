import { Flex, Typography } from '@strapi/design-system';
import { useTable } from '@strapi/strapi/admin';
import { useEffect } from 'react';
import { isRecord } from 'shared';
import { namesLabel, quotedTitle, type Titled } from '#src/admin/components/labels';
import { Consequence, type ConsequenceProps } from './consequences';

interface ListedDocument extends Titled {
  readonly documentId: string;
}

interface BulkProps {
  readonly model: string;
  readonly documents: readonly ListedDocument[];
}

/** An action of the content manager on the selected rows of a list: a hook that returns its button. */
export interface BulkAction {
  (props: BulkProps): { dialog?: unknown; [other: string]: unknown } | null | undefined;
  type?: string;
}

type Ending = ConsequenceProps['ending'];

const isEnding = (type: string | undefined): type is Ending => type === 'unpublish' || type === 'delete';

const titleOf = (document: Titled): string => quotedTitle(document) ?? 'one without a title';

/** Returns what is asked before pieces are taken off the site or deleted, what that means, and how to say yes. */
const questionAbout = (documents: readonly ListedDocument[], ending: Ending) => {
  const [first] = documents;
  const which = documents.length === 1 && first ? titleOf(first) : `these ${documents.length}`;
  const [it, they] = documents.length === 1 ? ['it', 'It'] : ['them', 'They'];
  return ending === 'unpublish'
    ? {
        title: `Take ${which} off the site?`,
        says: `Readers will no longer see ${it}. What you wrote stays here.`,
        yes: `Take ${it} off the site`,
      }
    : { title: `Delete ${which} for good?`, says: `${they} can’t be brought back.`, yes: `Delete ${it} for good` };
};

/**
 * Returns an action that names what it is about, and says what it means for people, before it takes pieces off the site
 * or deletes them.
 */
export const sayingConsequences = (useAction: BulkAction): BulkAction => {
  const { type } = useAction;
  if (!isEnding(type)) return useAction;
  const useSaying: BulkAction = (props) => {
    const action = useAction(props);
    if (!action || !isRecord(action.dialog)) return action;
    const { model, documents } = props;
    const { title, says, yes } = questionAbout(documents, type);
    const content = (
      <Flex direction="column" alignItems="stretch" gap={2} width="100%">
        {documents.length > 1 && (
          <Typography tag="p" fontWeight="semiBold" style={{ overflowWrap: 'anywhere' }}>
            {namesLabel(documents.map(titleOf))}
          </Typography>
        )}
        {documents.map((document) => (
          <Consequence
            key={document.documentId}
            model={model}
            id={document.documentId}
            name={titleOf(document)}
            ending={type}
          />
        ))}
        <Typography tag="p">{says}</Typography>
      </Flex>
    );
    return { ...action, dialog: { ...action.dialog, title, content, confirmLabel: yes } };
  };
  return Object.assign(useSaying, { type });
};

/** The id of a row of the table changes with some of what is done to it. */
const documentIdOf = (row: object): unknown => ('documentId' in row ? row.documentId : undefined);

/**
 * An action without a button: what is ticked is always what the list shows, as it shows it. Strapi keeps rows ticked
 * that are on another page, were found by another search, or have changed since.
 */
export const keepTickedInSight: BulkAction = () => {
  const { rows, selectedRows, selectRow, isLoading } = useTable('keepTickedInSight', (state) => state);
  useEffect(() => {
    if (isLoading) return;
    const shown = selectedRows.flatMap((ticked) => rows.filter((row) => documentIdOf(row) === documentIdOf(ticked)));
    if (shown.length !== selectedRows.length || shown.some((row, index) => row !== selectedRows[index]))
      selectRow(shown);
  }, [rows, selectedRows, selectRow, isLoading]);
  return null;
};
