import { Button, Dialog, Flex, Typography } from '@strapi/design-system';
import { unstable_useContentManagerContext as useContentManagerContext } from '@strapi/strapi/admin';
import { draftExcerpt, draftSentence } from './draft-words';
import type { LocalDraft } from './local-drafts';

interface Props {
  draft: LocalDraft;
  /** Something else was saved since it was typed. */
  isOlder: boolean;
  onRestore: () => void;
  onNotNow: () => void;
  onDiscard: () => void;
}

const useSentence = ({ draft, isOlder }: Pick<Props, 'draft' | 'isOlder'>): string => {
  const { contentType, layout, id, isSingleType } = useContentManagerContext();
  const sentence = draftSentence({
    kind: contentType?.info.singularName ?? 'text',
    isNew: id === undefined && !isSingleType,
    excerpt: draftExcerpt(draft, layout.edit.settings.mainField),
    typedAt: draft.typedAt,
    now: Date.now(),
  });
  return isOlder
    ? `${sentence} Since then, something else was saved here. If both changed the same, you choose when you save.`
    : sentence;
};

/** Asks what becomes of what was typed before a crash or in a tab that was closed. */
const Question = ({
  sentence,
  onRestore,
  onNotNow,
  onDiscard,
}: Omit<Props, 'draft' | 'isOlder'> & { sentence: string }) => (
  <Dialog.Root
    open
    onOpenChange={(isOpen) => {
      if (!isOpen) onNotNow();
    }}
  >
    <Dialog.Content>
      <Dialog.Header>Not saved last time</Dialog.Header>
      <Dialog.Body>
        <Dialog.Description>{sentence}</Dialog.Description>
      </Dialog.Body>
      <Dialog.Footer>
        <Flex direction="column" alignItems="stretch" gap={2} width="100%">
          <Button fullWidth onClick={onRestore}>
            Restore
          </Button>
          <Button variant="tertiary" fullWidth onClick={onNotNow}>
            Not now
          </Button>
          <Button variant="danger-light" fullWidth onClick={onDiscard}>
            Discard
          </Button>
        </Flex>
      </Dialog.Footer>
    </Dialog.Content>
  </Dialog.Root>
);

/** Offers what was typed into this form before and not saved: once as a question, and quietly where she has left it. */
export const OfferedDraft = (props: Props) => {
  const sentence = useSentence(props);
  if (props.draft.isLeft !== true) return <Question {...props} sentence={sentence} />;
  return (
    <Flex direction="column" alignItems="stretch" gap={2} width="100%" data-offered>
      <Typography tag="p" textColor="neutral800" style={{ overflowWrap: 'anywhere' }}>
        {sentence}
      </Typography>
      <Flex gap={2} wrap="wrap">
        <Button type="button" variant="tertiary" size="S" onClick={props.onRestore}>
          Restore
        </Button>
        <Button type="button" variant="tertiary" size="S" onClick={props.onDiscard}>
          Discard
        </Button>
      </Flex>
    </Flex>
  );
};
