/** An action of the content manager, in its menus and panels. */
interface Action {
  type?: string;
  position?: unknown;
}

/** Of Strapi's: where its fields are arranged and its content types are made, which the counsellor may not see. */
const technical: ReadonlySet<string> = new Set(['configure-the-view', 'edit-the-model']);

/** The only action of Strapi without a type: it opens the form of a row in a new tab, not the page on the site. */
const opensTab = ({ type, position }: Action): boolean => type === undefined && position === 'table-row';

/** Whether an action is of use to somebody who writes. */
export const isForWriting = (action: Action): boolean => !opensTab(action) && !technical.has(action.type ?? '');
