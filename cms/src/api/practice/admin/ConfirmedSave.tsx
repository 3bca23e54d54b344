import { Checkbox, Flex, Typography } from '@strapi/design-system';
import { useForm, useNotification } from '@strapi/strapi/admin';
import { useEffect, useRef, useState } from 'react';
import { cleanAddress, isAddress } from 'shared';
import type { DocumentAction } from '#src/admin/document-actions';
import { withFollowingRelay } from '#src/api/practice/domain/help-lines';
import { practiceErrors } from '#src/api/practice/domain/practice-errors';
import { type ChangedLine, changedLines, type SensitiveChange, sensitiveChanges } from './sensitive-changes';

const Changes = ({ changes, ...called }: { changes: readonly SensitiveChange[] } & CalledTodayProps) => (
  <Flex direction="column" alignItems="stretch" gap={4} width="100%">
    <ChangeList changes={changes} />
    {called.lines.length > 0 && <CalledToday {...called} />}
  </Flex>
);

const ChangeList = ({ changes }: { changes: readonly SensitiveChange[] }) => (
  <Flex tag="ul" direction="column" alignItems="stretch" gap={3} width="100%">
    {changes.map(({ label, consequence }) => (
      <li key={label} style={{ listStyle: 'none' }}>
        <Typography tag="p" fontWeight="semiBold">
          {label}
        </Typography>
        <Typography tag="p">{consequence}</Typography>
      </li>
    ))}
  </Flex>
);

interface CalledTodayProps {
  lines: readonly ChangedLine[];
  onChange: (path: string, day: unknown) => void;
}

/** Asks for each changed number whether she has called it; until then the site does not say that it was checked. */
const CalledToday = ({ lines, onChange }: CalledTodayProps) => {
  const [called, setCalled] = useState<ReadonlyMap<string, unknown>>(new Map());
  const today = new Date().toISOString().slice(0, 10);
  const tick = ({ path, checked }: ChangedLine, isCalled: boolean): void => {
    const earlier = called.get(path) ?? checked;
    setCalled(new Map([...called, [path, earlier]]));
    onChange(path, isCalled ? today : earlier);
  };
  return (
    <Flex direction="column" alignItems="stretch" gap={2} width="100%">
      {lines.map((line) => (
        <Checkbox
          key={line.path}
          checked={line.checked === today}
          onCheckedChange={(isCalled: boolean | 'indeterminate') => tick(line, isCalled === true)}
        >
          {`I have ${line.tried} today`}
        </Checkbox>
      ))}
      <Typography tag="p" textColor="neutral600">
        The page “Help now” says when its numbers were last checked. It won’t while a changed one has not been tried.
      </Typography>
    </Flex>
  );
};

const isSaveShortcut = ({ key, ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent): boolean =>
  (ctrlKey || metaKey) && !shiftKey && !altKey && (key === 'Enter' || key.toLowerCase() === 's');

/** Keeps the keyboard shortcut from saving without the question: it is caught before the content manager hears it. */
const useShortcutBlocked = (isBlocked: boolean): void => {
  const { toggleNotification } = useNotification();
  const blocked = useRef(isBlocked);
  blocked.current = isBlocked;
  useEffect(() => {
    const stop = (event: KeyboardEvent): void => {
      if (!blocked.current || !isSaveShortcut(event)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      toggleNotification({
        type: 'warning',
        message: 'Nothing is saved yet. Please press “Save”: these changes have to be confirmed.',
      });
    };
    window.addEventListener('keydown', stop, { capture: true });
    return () => window.removeEventListener('keydown', stop, { capture: true });
  }, [toggleNotification]);
};

/** Whether the email addresses can be saved: otherwise that is said first, and nothing is asked. */
const hasAddresses = (values: { email?: unknown; comments?: { mailTo?: unknown } | null }): boolean =>
  [values.email, values.comments?.mailTo].every(
    (address) => typeof address !== 'string' || address === '' || isAddress(cleanAddress(address)),
  );

type Entered = Parameters<typeof practiceErrors>[0] & Parameters<typeof hasAddresses>[0];

/** Whether a practice can be stored as it was typed: otherwise the CMS says beside the fields what is wrong. */
const isAcceptable = (before: Entered, after: Entered): boolean => {
  const helpLines = withFollowingRelay(after.helpLines, before.helpLines);
  const awayUntil = typeof before.awayUntil === 'string' ? new Date(before.awayUntil) : null;
  return hasAddresses(after) && practiceErrors({ ...after, helpLines }, { now: new Date(), awayUntil }).length === 0;
};

/** Returns the content manager's button to save, which asks first when the practice changes in what needs care. */
export const withConfirmation = (useSave: DocumentAction): DocumentAction => {
  const useConfirmedSave: DocumentAction = (props) => {
    const save = useSave(props);
    const before = useForm('ConfirmedSave', ({ initialValues }) => initialValues);
    const after = useForm('ConfirmedSave', ({ values }) => values);
    const onChange = useForm('ConfirmedSave', ({ onChange: change }) => change);
    const isAsked = props.model === 'api::practice.practice' && isAcceptable(before, after);
    const changes = isAsked ? sensitiveChanges(before, after) : [];
    useShortcutBlocked(changes.length > 0);
    if (!save || changes.length === 0) return save;
    const { onClick } = save;
    return {
      ...save,
      onClick: () => false,
      dialog: {
        type: 'dialog',
        title: 'Save these changes?',
        content: <Changes changes={changes} lines={changedLines(before, after)} onChange={onChange} />,
        variant: 'default',
        confirmLabel: 'Save',
        onConfirm: async () => {
          await onClick?.(undefined);
        },
      },
    };
  };
  return Object.assign(useConfirmedSave, { type: useSave.type, position: useSave.position });
};
