/** What the content manager hands to its actions about the entry that they are for. */
export interface ActionProps {
  readonly model: string;
  readonly collectionType: string;
  /** Undefined for a new one. */
  readonly documentId?: string | undefined;
  readonly document?:
    | { readonly status?: 'draft' | 'modified' | 'published'; readonly title?: unknown; readonly name?: unknown }
    | undefined;
}

/** The parts of an action of the content manager that are used here. */
interface ActionDescription {
  label?: string;
  disabled?: boolean;
  onClick?: (event: unknown) => unknown;
  dialog?: unknown;
  [other: string]: unknown;
}

/** An action of the content manager, in its menus and panels: a hook that returns its button. */
export interface DocumentAction {
  (props: ActionProps): ActionDescription | null | undefined;
  type?: string;
  position?: unknown;
}

type Action = Pick<DocumentAction, 'type' | 'position'>;

/** Of Strapi's: where its fields are arranged and its content types are made, which the counsellor may not see. */
const technical: ReadonlySet<string> = new Set(['configure-the-view', 'edit-the-model']);

/** The only action of Strapi without a type: it opens the form of a row in a new tab, not the page on the site. */
const opensTab = ({ type, position }: Action): boolean => type === undefined && position === 'table-row';

/** Whether an action is of use to somebody who writes. */
export const isForWriting = (action: Action): boolean => !opensTab(action) && !technical.has(action.type ?? '');
