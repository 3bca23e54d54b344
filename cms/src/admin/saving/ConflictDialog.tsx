import { Box, Button, Dialog, Flex, Modal, Typography } from '@strapi/design-system';
import { showDialog } from '#src/admin/components/overlay';
import { UserText } from '#src/admin/components/page-elements';

/** A field in the two versions, in words. */
interface ComparedField {
  label: string;
  mine: string;
  other: string;
}

/** What is saved after two people, or two tabs, changed the same entry. Null: nothing yet. */
export type ConflictChoice = 'both' | 'joined' | 'mine' | 'other' | null;

interface Conflict {
  fields: readonly ComparedField[];
  /** When and by whom the other version was saved, such as “on Tuesday at 10:20 by Nora”. */
  saved: string;
  /** Different fields were changed, so that both changes can be kept. */
  canKeepBoth: boolean;
  /** Both changed a text in which the two versions can stand one after the other. */
  canJoin: boolean;
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

const JoinHelp = () => (
  <Typography tag="p">
    “Keep both, one after the other” puts both versions of a text into it, so that you can tidy up afterwards. Of what
    can hold only one, such as a title, yours is kept.
  </Typography>
);

const ConflictDialog = ({
  fields,
  saved,
  canKeepBoth,
  canJoin,
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
            {`After you opened it, it was saved in another tab or by somebody else: ${saved}. Nothing is overwritten until you choose.`}
          </Typography>
          {fields.map(({ label, mine, other }) => (
            <section key={label} aria-label={label}>
              <Typography tag="h3" fontWeight="semiBold">
                {label}
              </Typography>
              <Flex gap={3} alignItems="stretch" wrap="wrap" paddingTop={2}>
                <Version title="Yours" text={mine} />
                <Version title={`Saved ${saved}`} text={other} />
              </Flex>
            </section>
          ))}
          {canJoin && <JoinHelp />}
        </Flex>
      </Modal.Body>
      <Modal.Footer>
        <Flex gap={2} wrap="wrap" justifyContent="flex-end" width="100%">
          <Button variant="tertiary" onClick={() => onChoice('other')}>
            Take the other one
          </Button>
          <Button variant={canKeepBoth || canJoin ? 'secondary' : 'default'} onClick={() => onChoice('mine')}>
            Keep mine
          </Button>
          {canJoin && <Button onClick={() => onChoice('joined')}>Keep both, one after the other</Button>}
          {canKeepBoth && <Button onClick={() => onChoice('both')}>Keep both changes</Button>}
        </Flex>
      </Modal.Footer>
    </Modal.Content>
  </Modal.Root>
);

/** Shows both versions, field by field, and resolves with what is to be saved. */
export const askAboutConflict = (conflict: Conflict): Promise<ConflictChoice> =>
  showDialog<ConflictChoice>((answer) => <ConflictDialog {...conflict} onChoice={answer} />);

const DeletedDialog = ({ onChoice }: { onChoice: (isNew: boolean) => void }) => (
  <Dialog.Root open onOpenChange={() => onChoice(false)}>
    <Dialog.Content>
      <Dialog.Header>This was deleted meanwhile</Dialog.Header>
      <Dialog.Body>
        <Dialog.Description>
          Somebody deleted it after you opened it. What you typed is still here, and can be kept as a new one, which is
          not on the site. What it was connected with, such as topics, has to be chosen again.
        </Dialog.Description>
      </Dialog.Body>
      <Dialog.Footer>
        <Button variant="tertiary" fullWidth onClick={() => onChoice(false)}>
          Not now
        </Button>
        <Button fullWidth onClick={() => onChoice(true)}>
          Write it as a new one
        </Button>
      </Dialog.Footer>
    </Dialog.Content>
  </Dialog.Root>
);

/** Asks what becomes of the text of something that was deleted; resolves with whether it is kept as a new one. */
export const askAboutDeleted = (): Promise<boolean> =>
  showDialog<boolean>((answer) => <DeletedDialog onChoice={answer} />);
