import { Box, Field, Flex, IconButton, Typography } from '@strapi/design-system';
import { Cross } from '@strapi/icons';
import { useField } from '@strapi/strapi/admin';
import type { EditorView } from 'prosemirror-view';
import { type ReactNode, useEffect, useId, useRef, useState, useSyncExternalStore } from 'react';
import { useParams } from 'react-router-dom';
import { formName, openedForm } from '#src/admin/saving/opened-forms';
import type { StoredNode } from '#src/rich-text/rich-text';
import { EditorFrame, EditorTop } from './editor-style';
import { describeImage, insertImage } from './insert-blocks';
import { LinkDialog } from './LinkDialog';
import { PictureDialog } from './PictureDialog';
import { selectedImage, Toolbar } from './Toolbar';
import { useEditor } from './use-editor';

interface RichTextInputProps {
  name: string;
  label: string;
  hint?: ReactNode;
  labelAction?: ReactNode;
  required?: boolean;
  disabled?: boolean;
}

/** What paste could not take along, until it is closed, the next paste, or the text is saved. */
const LeftOut = ({ what, onClose }: { what: readonly string[]; onClose: () => void }) => (
  <div role="status">
    {what.length > 0 && (
      <Box background="warning100" padding={3} paddingLeft={4}>
        <Flex justifyContent="space-between" gap={3}>
          <Typography>{`Left out: ${what.join(', ')}.`}</Typography>
          <IconButton label="Close" variant="ghost" onClick={onClose}>
            <Cross />
          </IconButton>
        </Flex>
      </Box>
    )}
  </div>
);

/** Keeps what paste left out, until the text is saved or published. */
const useLeftOut = () => {
  const { slug = '', id } = useParams();
  const form = openedForm(formName(slug, id === 'create' ? undefined : id));
  const isSaved = useSyncExternalStore(form.subscribe, form.status).kind === 'saved';
  const [leftOut, setLeftOut] = useState<readonly string[]>([]);
  useEffect(() => {
    if (isSaved) setLeftOut([]);
  }, [isSaved]);
  return [leftOut, setLeftOut] as const;
};

/** Pictures that wait for their description, and where in the text they go. */
interface Waiting {
  readonly files: readonly File[];
  readonly pos?: number;
}

interface DialogsProps {
  view: EditorView;
  isLinking: boolean;
  onLinked: () => void;
  waiting: Waiting | null;
  setWaiting: (waiting: Waiting | null) => void;
}

/** The dialogs for links and pictures; the text gets the focus back when they close. */
const Dialogs = ({ view, isLinking, onLinked, waiting, setWaiting }: DialogsProps) => {
  const finish = (left: readonly File[]): void => setWaiting(left.length > 0 ? { files: left } : null);
  const focusText = (event: Event): void => {
    // The dialog would give the focus to the button that opened it, and there is none.
    event.preventDefault();
    view.focus();
  };
  return (
    <>
      {isLinking && <LinkDialog view={view} onClose={onLinked} onClosed={focusText} />}
      {waiting && (
        <PictureDialog
          // Each of several pictures is described in a dialog of its own.
          key={waiting.files.length}
          file={waiting.files[0]}
          present={waiting.files.length === 0 ? selectedImage(view.state) : null}
          onChoose={(picture) => {
            view.dispatch(insertImage(view.state.tr, picture, waiting.pos));
            finish(waiting.files.slice(1));
          }}
          onDescribed={(picture) => {
            view.dispatch(describeImage(view.state.tr, picture));
            finish([]);
          }}
          onClose={() => finish([])}
          onClosed={focusText}
        />
      )}
    </>
  );
};

/** How the text presents itself to screen readers, spell checkers and the keyboards of phones. */
const attributesFor = (id: string, error: unknown, { required, disabled }: RichTextInputProps) => ({
  id: `${id}-text`,
  role: 'textbox',
  'aria-multiline': 'true',
  'aria-labelledby': `${id}-label`,
  // The form moves the focus to what is described by the first error.
  'aria-describedby': error ? `${id}-error` : `${id}-hint`,
  'aria-invalid': String(Boolean(error)),
  'aria-required': String(required === true),
  'aria-readonly': String(disabled === true),
  spellcheck: 'true',
  lang: 'en-GB',
  autocapitalize: 'sentences',
});

/** The field for a text with headings, lists, links and pictures, in every form of the content manager. */
export const RichTextInput = (props: RichTextInputProps) => {
  const { name, label, hint, labelAction, required = false, disabled = false } = props;
  const { value, error, initialValue, onChange } = useField<StoredNode[] | null>(name);
  const id = useId();
  const place = useRef<HTMLDivElement>(null);
  const [leftOut, setLeftOut] = useLeftOut();
  const [isLinking, setLinking] = useState(false);
  const [waiting, setWaiting] = useState<Waiting | null>(null);
  const openLink = (): void => setLinking(true);
  const { view, state } = useEditor(place, {
    value,
    isReadOnly: disabled,
    openLink,
    onLeftOut: setLeftOut,
    onPictures: (files, pos) => setWaiting(pos === undefined ? { files } : { files, pos }),
    // A field that was never filled in and is empty again has not changed.
    onChange: (blocks) => onChange(name, blocks.length === 0 ? (initialValue ?? null) && blocks : blocks),
    attributes: attributesFor(id, error, props),
  });
  const onLinked = (): void => setLinking(false);
  return (
    <Field.Root id={id} name={name} hint={hint} error={error} required={required}>
      <Field.Label id={`${id}-label`} action={labelAction} onClick={() => view?.focus()}>
        {label}
      </Field.Label>
      <EditorFrame $hasError={Boolean(error)} $isReadOnly={disabled} data-rich-text={name}>
        <EditorTop>
          {view && state && !disabled && (
            <Toolbar
              view={view}
              state={state}
              controls={`${id}-text`}
              openLink={openLink}
              openPicture={() => setWaiting({ files: [] })}
            />
          )}
          <LeftOut what={leftOut} onClose={() => setLeftOut([])} />
        </EditorTop>
        <div ref={place} />
      </EditorFrame>
      <Field.Hint />
      <Field.Error />
      {view && <Dialogs view={view} {...{ isLinking, onLinked, waiting, setWaiting }} />}
    </Field.Root>
  );
};
