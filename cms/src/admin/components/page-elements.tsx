import {
  Box,
  Button,
  Dialog,
  Link,
  Loader,
  NextLink,
  Pagination,
  PreviousLink,
  Typography,
} from '@strapi/design-system';
import { Layouts, Page } from '@strapi/strapi/admin';
import { type ReactNode, useId } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import { type ActionOutcome, ActionResult } from './ActionResult';

export type { ActionOutcome } from './ActionResult';

interface AdminPageProps {
  /** The title of the browser's tab: the name of the section. */
  section: string;
  title: string;
  subtitle: string;
  /** The link to the page above. */
  back?: { label: string; to: string };
  primaryAction?: ReactNode;
  secondaryAction?: ReactNode;
  /** Between the heading and the outcome, such as the tabs of lists. */
  navigation?: ReactNode;
  outcome?: ActionOutcome | null;
  children: ReactNode;
}

/** The frame of this project's admin pages: the heading, the outcome of the last action, and the content. */
export const AdminPage = ({
  section,
  title,
  subtitle,
  back,
  primaryAction,
  secondaryAction,
  navigation,
  outcome = null,
  children,
}: AdminPageProps) => (
  <Page.Main>
    <Page.Title>{section}</Page.Title>
    <Layouts.Header
      title={title}
      subtitle={subtitle}
      primaryAction={primaryAction}
      secondaryAction={secondaryAction}
      navigationAction={
        back && (
          <Link tag={RouterLink} to={back.to}>
            {back.label}
          </Link>
        )
      }
    />
    <Layouts.Content>
      {navigation}
      <ActionResult outcome={outcome} />
      {children}
    </Layouts.Content>
  </Page.Main>
);

interface FetchedProps<T> {
  query: { data: T | null; isGone: boolean; error: string | null };
  /** What screen readers hear while it is fetched, such as `Loading the comment`. */
  loading: string;
  /** The sentence for a 404. */
  missing?: string;
  children: (data: T) => ReactNode;
}

/** Shows what was fetched, or instead of it that it is being fetched, does not exist or could not be fetched. */
export const Fetched = <T,>({ query: { data, isGone, error }, loading, missing, children }: FetchedProps<T>) => (
  <>
    {error !== null && <Typography role="alert">{error}</Typography>}
    {isGone && <Typography>{missing}</Typography>}
    {data === null && !isGone && error === null && <Loader>{loading}</Loader>}
    {data !== null && !isGone && children(data)}
  </>
);

/** A section of an admin page, labelled by its heading. */
export const Panel = ({ title, children }: { title: string; children: ReactNode }) => {
  const id = useId();
  return (
    <Box tag="section" aria-labelledby={id} background="neutral0" borderColor="neutral200" hasRadius padding={5}>
      <Typography tag="h2" variant="delta" id={id}>
        {title}
      </Typography>
      <Box paddingTop={3}>{children}</Box>
    </Box>
  );
};

/**
 * Shows text exactly as a user typed it: plain, with its line breaks, and isolated, so that characters that turn the
 * reading direction can't affect the text around it.
 *
 * @see https://www.w3.org/International/articles/inline-bidi-markup/
 */
export const UserText = ({ text }: { text: string }) => (
  <Typography tag="div" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', maxWidth: '42em', lineHeight: 1.6 }}>
    <bdi dir="auto" style={{ display: 'block' }}>
      {text}
    </bdi>
  </Typography>
);

/** Shows a name as it was typed, isolated like `UserText`, and wrapped where it is longer than its column. */
export const UserName = ({ name }: { name: string }) => (
  <Box tag="bdi" style={{ overflowWrap: 'anywhere' }}>
    {name}
  </Box>
);

/** Text that somebody wrote, in a dialog: a long one scrolls, by keyboard, too. */
const ScrollingText = ({ text }: { text: string }) => (
  <Box
    background="neutral100"
    hasRadius
    padding={4}
    tabIndex={0}
    role="group"
    aria-label="The text"
    style={{ maxHeight: '30vh', overflowY: 'auto', textAlign: 'start', width: '100%' }}
  >
    <UserText text={text} />
  </Box>
);

interface ConfirmedButtonProps {
  /** On the button, and again on the button that confirms. */
  label: string;
  title: string;
  /** What happens, in sentences. */
  children: ReactNode;
  /** On the button that closes the dialog, where “Cancel” could be taken for the action. */
  cancelLabel?: string;
  disabled?: boolean;
  /** Of the button that opens the dialog; the one that confirms is red where this is. */
  variant?: 'danger-light' | 'secondary' | 'tertiary';
  /** Of the button that opens the dialog. */
  size?: 'S' | 'M';
  /** What somebody wrote, in view while this is asked. */
  text?: string;
  /** What is chosen in the dialog, and whether enough is. */
  fields?: ReactNode;
  canConfirm?: boolean;
  onConfirm: () => void;
}

/** A button for what deserves a second thought: it opens a dialog that asks once more, with the focus on Cancel. */
export const ConfirmedButton = ({
  label,
  title,
  children,
  cancelLabel = 'Cancel',
  disabled = false,
  variant = 'danger-light',
  size = 'M',
  text,
  fields,
  canConfirm = true,
  onConfirm,
}: ConfirmedButtonProps) => (
  <Dialog.Root>
    <Dialog.Trigger>
      <Button variant={variant} size={size} disabled={disabled}>
        {label}
      </Button>
    </Dialog.Trigger>
    <Dialog.Content>
      <Dialog.Header>{title}</Dialog.Header>
      <Dialog.Body>
        <Dialog.Description>{children}</Dialog.Description>
        {text !== undefined && <ScrollingText text={text} />}
        {fields}
      </Dialog.Body>
      <Dialog.Footer>
        <Dialog.Cancel>
          <Button variant="tertiary" fullWidth>
            {cancelLabel}
          </Button>
        </Dialog.Cancel>
        <Dialog.Action>
          <Button
            variant={variant === 'danger-light' ? 'danger' : 'default'}
            fullWidth
            disabled={!canConfirm}
            onClick={onConfirm}
          >
            {label}
          </Button>
        </Dialog.Action>
      </Dialog.Footer>
    </Dialog.Content>
  </Dialog.Root>
);

interface ListPaginationProps {
  /** From 1. */
  page: number;
  pageCount: number;
  total: number;
  /** Returns the address of a page, such as `?page=2`. */
  hrefOf: (page: number) => string;
}

/** Previous and next page of a list; nothing where there is only one page. */
export const ListPagination = ({ page, pageCount, total, hrefOf }: ListPaginationProps) =>
  pageCount < 2 ? null : (
    <Pagination activePage={page} pageCount={pageCount} label="Pages of this list">
      <PreviousLink tag={RouterLink} to={hrefOf(Math.max(1, page - 1))}>
        Previous page
      </PreviousLink>
      <Typography>{`Page ${page} of ${pageCount}, ${total} in total`}</Typography>
      <NextLink tag={RouterLink} to={hrefOf(Math.min(pageCount, page + 1))}>
        Next page
      </NextLink>
    </Pagination>
  );
