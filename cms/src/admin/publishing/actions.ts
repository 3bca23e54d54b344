import type { DocumentAction } from '#src/admin/document-actions';
import { formName, openedForm } from '#src/admin/saving/opened-forms';
import { copying } from './copying';
import { deleting } from './deleting';
import { takingOff } from './taking-off';

/** Returns an action that notes what it is for, so that the form can say what was refused. */
const noting =
  (isPublishing: boolean) =>
  (useAction: DocumentAction): DocumentAction => {
    const useNoting: DocumentAction = (props) => {
      const action = useAction(props);
      if (!action?.onClick) return action;
      return {
        ...action,
        onClick: (event) => {
          openedForm(formName(props.model, props.documentId)).isPublishing = isPublishing;
          return action.onClick?.(event);
        },
      };
    };
    return Object.assign(useNoting, { type: useAction.type, position: useAction.position });
  };

/** What replaces an action of the content manager, by its type. */
const replacements: Readonly<Record<string, ((action: DocumentAction) => DocumentAction) | undefined>> = {
  publish: noting(true),
  update: noting(false),
  unpublish: takingOff,
  clone: copying,
  delete: deleting,
};

/** Strapi's “Discard changes” stands beside what was changed instead, see `ChangedZone`. */
const isReplaced = ({ type }: DocumentAction): boolean => type === 'discard';

/** Returns the content manager's actions with those about what readers see in the counsellor's words. */
export const ofPublishing = (actions: readonly DocumentAction[]): DocumentAction[] =>
  actions.filter((action) => !isReplaced(action)).map((action) => replacements[action.type ?? '']?.(action) ?? action);
