import type { DocumentAction } from '#src/admin/document-actions';
import { copying } from './copying';
import { deleting } from './deleting';
import { takingOff } from './taking-off';

/** What replaces an action of the content manager, by its type. */
const replacements: Readonly<Record<string, ((action: DocumentAction) => DocumentAction) | undefined>> = {
  unpublish: takingOff,
  clone: copying,
  delete: deleting,
};

/** Strapi's “Discard changes” stands beside what was changed instead, see `ChangedZone`. */
const isReplaced = ({ type }: DocumentAction): boolean => type === 'discard';

/** Returns the content manager's actions with those about what readers see in the counsellor's words. */
export const ofPublishing = (actions: readonly DocumentAction[]): DocumentAction[] =>
  actions.filter((action) => !isReplaced(action)).map((action) => replacements[action.type ?? '']?.(action) ?? action);
