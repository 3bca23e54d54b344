import { Box, Button, Flex, Modal, Typography } from '@strapi/design-system';
import { showDialog } from '#src/admin/components/overlay';
import { UserText } from '#src/admin/components/page-elements';

/** A field in the two versions, in words. */
interface ComparedField {
  label: string;
  mine: string;
  other: string;
}

/** What is saved after two people, or two tabs, changed the same entry. Null: nothing yet. */
export type ConflictChoice = 'both' | 'mine' | 'other' | null;

interface Conflict {
  fields: readonly ComparedField[];
  /** Different fields were changed, so that both changes can be kept. */
  canKeepBoth: boolean;
}

const Version = ({ title, text }: { title: string; text: string }) => (
  <Box
    background="neutral100"
    hasRadius
    padding={3}
    tabIndex={0}
    role="group"
    aria-label={title}
    style={{ flex: '1 1 14rem', minWidth: 0, maxHeight: '24vh', overflowY: 'auto' }}
  >
    <Typography tag="p" variant="pi" textColor="neutral600">
      {title}
    </Typography>
    <UserText text={text} />
  </Box>
);

const ConflictDialog = ({
  fields,
  canKeepBoth,
  onChoice,
}: Conflict & { onChoice: (choice: ConflictChoice) => void }) => (
  <Modal.Root open onOpenChange={() => onChoice(null)}>
    <Modal.Content>
      <Modal.Header closeLabel="Not now">
        <Modal.Title>This was changed somewhere else</Modal.Title>
      </Modal.Header>
      <Modal.Body>
        <Flex direction="column" alignItems="stretch" gap={4}>
          <Typography tag="p">
            After you opened it, it was changed in another tab or by somebody else. Nothing is overwritten until you
            choose.
          </Typography>
          {fields.map(({ label, mine, other }) => (
            <section key={label} aria-label={label}>
              <Typography tag="h3" fontWeight="semiBold">
                {label}
              </Typography>
              <Flex gap={3} alignItems="stretch" wrap="wrap" paddingTop={2}>
                <Version title="Yours" text={mine} />
                <Version title="The other one" text={other} />
              </Flex>
            </section>
          ))}
        </Flex>
      </Modal.Body>
      <Modal.Footer>
        <Flex gap={2} wrap="wrap" justifyContent="flex-end" width="100%">
          <Button variant="tertiary" onClick={() => onChoice('other')}>
            Take the other one
          </Button>
          <Button variant={canKeepBoth ? 'secondary' : 'default'} onClick={() => onChoice('mine')}>
            Keep mine
          </Button>
          {canKeepBoth && <Button onClick={() => onChoice('both')}>Keep both changes</Button>}
        </Flex>
      </Modal.Footer>
    </Modal.Content>
  </Modal.Root>
);

/** Shows both versions, field by field, and resolves with what is to be saved. */
export const askAboutConflict = (conflict: Conflict): Promise<ConflictChoice> =>
  showDialog<ConflictChoice>((answer) => <ConflictDialog {...conflict} onChoice={answer} />);
