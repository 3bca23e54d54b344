import { Box, Button, Flex, Modal, Typography } from '@strapi/design-system';
import type { EditorView } from 'prosemirror-view';
import { type KeyboardEvent, useState } from 'react';
import { checkedLink, type LinkPage, linkPages } from 'shared';
import { errorMessage, useAdminPost, useAdminQuery } from '#src/admin/components/admin-api';
import { TextField } from '#src/admin/components/form-fields';
import { linkAt, removeLink, setLink } from './commands';
import { useSettled } from './use-settled';

const kinds: Readonly<Record<LinkPage['kind'], string>> = {
  post: 'Post',
  page: 'Page',
  workshop: 'Workshop',
  topic: 'Topic',
};

/** The counsellor's own pages whose title has the words that were typed. */
const OwnPages = ({ search, onChoose }: { search: string; onChoose: (page: LinkPage) => void }) => {
  const { data, error } = useAdminQuery(linkPages, { path: `/links/pages?search=${encodeURIComponent(search)}` });
  return (
    <Box paddingTop={4}>
      <Typography tag="h3" variant="delta">
        Your pages
      </Typography>
      <div role="status">
        {error !== null && <Typography>{error}</Typography>}
        {data?.length === 0 && <Typography textColor="neutral600">None of them is called that.</Typography>}
      </div>
      <Flex tag="ul" direction="column" alignItems="stretch" gap={1} paddingTop={2}>
        {data?.map((page) => (
          <li key={page.path}>
            <Button variant="ghost" fullWidth justifyContent="flex-start" onClick={() => onChoose(page)}>
              {`${page.title} (${kinds[page.kind]}${page.isPublic ? '' : ', not published yet'})`}
            </Button>
          </li>
        ))}
      </Flex>
    </Box>
  );
};

const looksLikeAddress = (typed: string): boolean => /^[/#]|[:@]|^\S+\.\S+$/u.test(typed.trim());

/** What is typed into the dialog, and what happens with it. */
const useLink = (view: EditorView, onClose: () => void) => {
  const [old] = useState(() => linkAt(view.state));
  const [address, setAddress] = useState(String(old?.mark.attrs.url ?? ''));
  const [text, setText] = useState('');
  const [error, setError] = useState<string>();
  const post = useAdminPost();
  const apply = (url: string, ownText: string): void => {
    setLink(url, text.trim() || ownText)(view.state, (tr) => view.dispatch(tr));
    onClose();
  };
  const check = async (): Promise<void> => {
    try {
      const checked = await post(checkedLink, '/links/check', { address });
      if ('problem' in checked) setError(checked.problem);
      else apply(checked.url, address.trim());
    } catch (failure) {
      setError(errorMessage(failure));
    }
  };
  const remove = (): void => {
    removeLink(view.state, (tr) => view.dispatch(tr));
    onClose();
  };
  const type = (typed: string): void => {
    setAddress(typed);
    setError(undefined);
  };
  return { isNew: old === null, address, type, text, setText, error, apply, check, remove };
};

/** The fields of the dialog; the text only where nothing is selected that could be the link. */
const LinkFields = ({ link, needsText }: { link: ReturnType<typeof useLink>; needsText: boolean }) => (
  <Flex direction="column" alignItems="stretch" gap={4}>
    {needsText && (
      <TextField
        name="link-text"
        label="Text"
        hint="What readers press on. If you leave it empty, it is the address or the title."
        value={link.text}
        onChange={link.setText}
      />
    )}
    <TextField
      name="link-address"
      label="Address, or part of a title"
      hint="A web address, an email address, a phone number, or words from the title of one of your pages."
      error={link.error}
      value={link.address}
      autoFocus
      autoComplete="off"
      onKeyDown={(event: KeyboardEvent) => {
        if (event.key !== 'Enter') return;
        event.preventDefault();
        void link.check();
      }}
      onChange={link.type}
    />
  </Flex>
);

interface LinkDialogProps {
  view: EditorView;
  onClose: () => void;
  /** The dialog is gone and leaves the focus nowhere. */
  onClosed: (event: Event) => void;
}

/** Asks where a link leads: to a page of this site, found by its title, or to an address. */
export const LinkDialog = ({ view, onClose, onClosed }: LinkDialogProps) => {
  const link = useLink(view, onClose);
  const { isNew, address, apply, check, remove } = link;
  const search = useSettled(looksLikeAddress(address) ? '' : address.trim());
  return (
    <Modal.Root open onOpenChange={(isOpen: boolean) => !isOpen && onClose()}>
      <Modal.Content onCloseAutoFocus={onClosed}>
        <Modal.Header>
          <Modal.Title>Link</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <LinkFields link={link} needsText={isNew && view.state.selection.empty} />
          <OwnPages search={search} onChoose={({ path, title }) => apply(path, title)} />
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={isNew ? onClose : remove}>
            {isNew ? 'Cancel' : 'Remove the link'}
          </Button>
          <Button onClick={() => void check()}>{isNew ? 'Add the link' : 'Change the link'}</Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
};
