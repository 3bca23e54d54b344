import { Button, Dialog, Flex, Typography } from '@strapi/design-system';
import {
  unstable_useContentManagerContext as useContentManagerContext,
  unstable_useDocument as useDocument,
  unstable_useDocumentActions as useDocumentActions,
  useFetchClient,
  useForm,
} from '@strapi/strapi/admin';
import { lazy, Suspense, useState } from 'react';
import { styled } from 'styled-components';
import { z } from 'zod';
import { asValues } from '#src/admin/saving/form-values';
import { formName, openedForm } from '#src/admin/saving/opened-forms';
import type { ComparedField, FieldChange } from './changes';
import { readerDay } from './reader-day';

const ChangesDialog = lazy(async () => ({ default: (await import('./ChangesDialog')).ChangesDialog }));

/** What the content manager knows of the other version of a piece. */
const metaSchema = z.object({ availableStatus: z.array(z.object({ publishedAt: z.string().nullish() })) });
const draftSchema = z.object({ status: z.enum(['modified', 'published']) });

/** Returns when the version that readers see was published; null where they see this version, or none. */
const useReadersVersion = (isTyping: boolean): string | null => {
  const { model, collectionType, id } = useContentManagerContext();
  const { document, meta } = useDocument({ model, collectionType, documentId: id, params: {} }, { skip: !id });
  const status = draftSchema.safeParse(document).data?.status;
  if (status === undefined || (status === 'published' && !isTyping)) return null;
  const versions = metaSchema.safeParse(meta).data?.availableStatus ?? [];
  return versions.find(({ publishedAt }) => publishedAt)?.publishedAt ?? null;
};

/** Fetches and compares when it is asked to. */
const useChanges = () => {
  const { model, id = '', layout } = useContentManagerContext();
  const values = asValues(useForm('ChangedZone', (state) => state.values));
  const { get } = useFetchClient();
  const [changes, setChanges] = useState<readonly FieldChange[] | string | null>(null);
  const compare = async (): Promise<void> => {
    setChanges(null);
    const fields: ComparedField[] = layout.edit.layout
      .flat(2)
      .filter(({ type }) => !type.startsWith('quiet-room'))
      .map(({ name, label, attribute }) => ({ name, label: String(label), attribute }));
    try {
      const [{ changesBetween }, { fetchVersions }] = await Promise.all([
        import('./changes'),
        import('./reader-version'),
      ]);
      const fetchIt = async (path: string): Promise<unknown> => (await get(`/content-manager${path}`)).data;
      const { readers, now } = await fetchVersions(fetchIt, { model, documentId: id }, fields, values);
      setChanges(changesBetween(fields, readers, now));
    } catch {
      setChanges('What readers see could not be fetched. Please try again in a moment.');
    }
  };
  return { changes, compare };
};

const GoBack = ({ onClose }: { onClose: () => void }) => {
  const { model, collectionType, id } = useContentManagerContext();
  const { discard, isLoading } = useDocumentActions();
  const resetForm = useForm('ChangedZone', (state) => state.resetForm);
  const goBack = async (): Promise<void> => {
    const done = await discard({ model, collectionType, documentId: id, params: {} });
    if (!('error' in done)) {
      const form = openedForm(formName(model, id));
      resetForm();
      form.screen?.giveUp();
      form.base = null;
      form.say({ kind: 'none' });
    }
    onClose();
  };
  return (
    <Dialog.Root open onOpenChange={onClose}>
      <Dialog.Content>
        <Dialog.Header>Go back to what readers see?</Dialog.Header>
        <Dialog.Body>
          <Dialog.Description>What you changed since then is lost, saved or not.</Dialog.Description>
        </Dialog.Body>
        <Dialog.Footer>
          <Button variant="tertiary" fullWidth onClick={onClose}>
            Keep my changes
          </Button>
          <Button variant="danger" fullWidth loading={isLoading} onClick={() => void goBack()}>
            Go back
          </Button>
        </Dialog.Footer>
      </Dialog.Content>
    </Dialog.Root>
  );
};

/** On small screens, where it covers the form, it has two lines: the way back is in the dialog there. */
const Zone = styled.div`
  display: flex;
  flex-direction: column;
  gap: 0.8rem;
  inline-size: 100%;

  button {
    block-size: auto;
    min-block-size: 3.2rem;
    padding-block: 0.4rem;
  }

  @media (width < 1080px) {
    flex-direction: row;
    align-items: center;
    justify-content: space-between;

    [data-wide] {
      display: none;
    }
  }
`;

const Sentence = styled(Typography)`
  &::first-letter {
    text-transform: uppercase;
  }

  @media (width < 1080px) {
    line-height: 1.3;
  }
`;

const Changed = () => {
  const isTyping = useForm('ChangedZone', (state) => state.modified);
  const isDisabled = useForm('ChangedZone', (state) => state.disabled);
  const publishedAt = useReadersVersion(isTyping);
  const { changes, compare } = useChanges();
  const [opened, setOpened] = useState<'changes' | 'question' | null>(null);
  const close = (): void => setOpened(null);
  // The published version is shown to be read.
  if (publishedAt === null || isDisabled) return null;
  const show = (): void => {
    setOpened('changes');
    void compare();
  };
  return (
    <Zone data-changed>
      <Sentence tag="p" textColor="neutral800">
        <span data-wide>You changed this; </span>
        {`readers still see the version of ${readerDay(publishedAt, Date.now())}.`}
      </Sentence>
      <Flex gap={2} wrap="wrap" shrink={0}>
        <Button type="button" variant="tertiary" size="S" onClick={show}>
          Show what changed
        </Button>
        <Button type="button" variant="tertiary" size="S" data-wide onClick={() => setOpened('question')}>
          Go back to that version
        </Button>
      </Flex>
      {opened === 'changes' && (
        <Suspense fallback={null}>
          <ChangesDialog changes={changes} onGoBack={() => setOpened('question')} onClose={close} />
        </Suspense>
      )}
      {opened === 'question' && <GoBack onClose={close} />}
    </Zone>
  );
};

/** Says beside Publish that readers do not see yet what was changed, shows what that is, and takes it back. */
export const ChangedZone = () => {
  const { id, hasDraftAndPublish } = useContentManagerContext();
  return hasDraftAndPublish && id !== undefined ? <Changed key={id} /> : null;
};
