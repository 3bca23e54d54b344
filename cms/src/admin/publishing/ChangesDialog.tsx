import { Box, Button, Flex, Modal, Typography, VisuallyHidden } from '@strapi/design-system';
import type { FieldChange, Part } from './changes';

const ofMark = {
  added: { Tag: 'ins', says: 'added', colour: 'success700', background: 'success100', decoration: 'underline' },
  removed: { Tag: 'del', says: 'removed', colour: 'danger700', background: 'danger100', decoration: 'line-through' },
} as const;

/** A part of a line: what was added is underlined, what was removed is struck through, and both are said in words. */
const LinePart = ({ text, mark }: Part) => {
  if (mark === undefined) return <>{text}</>;
  const { Tag, says, colour, background, decoration } = ofMark[mark];
  return (
    <Tag style={{ textDecoration: 'none' }}>
      <VisuallyHidden>{` [${says}: `}</VisuallyHidden>
      <Box
        tag="span"
        background={background}
        color={colour}
        style={{ textDecoration: decoration, textDecorationThickness: '1px', textUnderlineOffset: '0.2em' }}
      >
        {text}
      </Box>
      <VisuallyHidden>{`] `}</VisuallyHidden>
    </Tag>
  );
};

const Line = ({ parts }: { parts: readonly Part[] }) => (
  <li style={{ listStyle: 'none', overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>
    <Typography tag="p" lineHeight={1.6}>
      <bdi>
        {parts.map((part, at) => (
          <LinePart key={at} {...part} />
        ))}
      </bdi>
    </Typography>
  </li>
);

const Field = ({ label, lines }: FieldChange) => (
  <section aria-label={label}>
    <Typography tag="h3" variant="delta">
      {label}
    </Typography>
    <Flex tag="ul" direction="column" alignItems="stretch" gap={3} paddingTop={2}>
      {lines.map((parts, at) => (
        <Line key={at} parts={parts} />
      ))}
    </Flex>
  </section>
);

interface Props {
  /** Null while they are being fetched; a sentence where they can't be. */
  changes: readonly FieldChange[] | string | null;
  onGoBack: () => void;
  onClose: () => void;
}

const Body = ({ changes }: Pick<Props, 'changes'>) => {
  if (changes === null) return <Typography role="status">Comparing…</Typography>;
  if (typeof changes === 'string') return <Typography role="alert">{changes}</Typography>;
  if (changes.length === 0) return <Typography>Readers would see no difference.</Typography>;
  return (
    <Flex direction="column" alignItems="stretch" gap={6}>
      <Typography tag="p" textColor="neutral600">
        <Box tag="span" style={{ textDecoration: 'line-through' }}>
          Struck through
        </Box>
        {': readers see this now. '}
        <Box tag="span" style={{ textDecoration: 'underline' }}>
          Underlined
        </Box>
        {': they will see this when you publish. What is the same in both is left out.'}
      </Typography>
      {changes.map((change) => (
        <Field key={change.label} {...change} />
      ))}
    </Flex>
  );
};

/** Shows by field, in words, what readers see and what the form holds now. */
export const ChangesDialog = ({ changes, onGoBack, onClose }: Props) => (
  <Modal.Root open onOpenChange={onClose}>
    <Modal.Content>
      <Modal.Header closeLabel="Close">
        <Modal.Title>What you changed</Modal.Title>
      </Modal.Header>
      <Modal.Body>
        <Body changes={changes} />
      </Modal.Body>
      <Modal.Footer>
        <Flex justifyContent="space-between" gap={2} wrap="wrap" width="100%">
          <Button variant="tertiary" onClick={onGoBack}>
            Go back to that version
          </Button>
          <Button variant="tertiary" onClick={onClose}>
            Close
          </Button>
        </Flex>
      </Modal.Footer>
    </Modal.Content>
  </Modal.Root>
);
