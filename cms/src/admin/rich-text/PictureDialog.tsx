import { Box, Button, Flex, Loader, Modal, Typography } from '@strapi/design-system';
import { useEffect, useMemo, useState } from 'react';
import { TextField } from '#src/admin/components/form-fields';
import { PictureChoice } from './PictureChoice';
import { type Picture, storedPicture, uploadError, usePictures } from './pictures';
import type { StoredImage } from './schema';

interface PictureDialogProps {
  /** A picture that was pasted or dropped. */
  file: File | undefined;
  /** The picture in the text that is selected: its description can be changed. */
  present: StoredImage | null;
  /** A picture to be put into the text. */
  onChoose: (picture: StoredImage) => void;
  /** The selected picture, with another description. */
  onDescribed: (picture: StoredImage) => void;
  onClose: () => void;
  /** The dialog is gone and leaves the focus nowhere. */
  onClosed: (event: Event) => void;
}

/** A file of this device, or a picture of the media library. */
type Choice = { file: File } | { picture: Picture };

const maxDescription = 500;

/** Shows a picture before it is stored. */
const Preview = ({ choice }: { choice: Choice }) => {
  const file = 'file' in choice ? choice.file : null;
  const local = useMemo(() => (file ? URL.createObjectURL(file) : null), [file]);
  useEffect(
    () => () => {
      if (local !== null) URL.revokeObjectURL(local);
    },
    [local],
  );
  const source = local ?? ('picture' in choice ? choice.picture.url : '');
  return <img src={source} alt="" style={{ maxWidth: '100%', maxHeight: '30vh', display: 'block' }} />;
};

/** Says what is wrong with a description; undefined if nothing is. */
const descriptionError = (description: string): string | undefined => {
  const length = description.trim().length;
  if (length === 0) return 'Describe the picture in a few words: people who can’t see it hear them.';
  const over = length - maxDescription;
  return over > 0 ? `The description is ${over} ${over === 1 ? 'character' : 'characters'} too long.` : undefined;
};

/** What is typed about a picture, and how it is stored with it. */
const useWords = (choice: Choice, onStored: (picture: Picture) => void) => {
  const known = 'picture' in choice ? choice.picture : null;
  const [words, setWords] = useState({ description: known?.alternativeText ?? '', caption: known?.caption ?? '' });
  const [errors, setErrors] = useState<{ description?: string; upload?: string }>({});
  const [isBusy, setBusy] = useState(false);
  const { add, describe } = usePictures();
  const isUnchanged = known?.alternativeText === words.description && (known.caption ?? '') === words.caption;
  const store = async (): Promise<void> => {
    const description = descriptionError(words.description);
    setErrors(description === undefined ? {} : { description });
    if (description !== undefined) return;
    setBusy(true);
    try {
      if ('file' in choice) onStored(await add(choice.file, words));
      else onStored(isUnchanged ? choice.picture : await describe(choice.picture, words));
    } catch (error) {
      setErrors({ upload: uploadError(error) });
      setBusy(false);
    }
  };
  return { words, setWords, errors, isBusy, store };
};

interface DescribeProps {
  choice: Choice;
  isInText: boolean;
  onStored: (picture: Picture) => void;
  onBack: () => void;
}

/** Asks for the description without which nothing can be published, and stores the picture with it. */
const Describe = ({ choice, isInText, onStored, onBack }: DescribeProps) => {
  const { words, setWords, errors, isBusy, store } = useWords(choice, onStored);
  return (
    <>
      <Modal.Body>
        <Flex direction="column" alignItems="stretch" gap={4}>
          <Preview choice={choice} />
          <TextField
            name="picture-description"
            label="Description (alternative text)"
            hint="What the picture shows, for people who can’t see it. Nothing can be published without it."
            error={errors.description}
            value={words.description}
            onChange={(description) => setWords({ ...words, description })}
            autoFocus
          />
          <TextField
            name="picture-caption"
            label="Caption"
            hint="Stands below the picture. You can leave it empty."
            value={words.caption}
            onChange={(caption) => setWords({ ...words, caption })}
          />
          <Typography role="alert" textColor="danger600">
            {errors.upload}
          </Typography>
        </Flex>
      </Modal.Body>
      <Modal.Footer>
        <Button variant="tertiary" onClick={onBack} data-drops>
          Choose another picture
        </Button>
        <Button loading={isBusy} onClick={() => void store()}>
          {isInText ? 'Save the description' : 'Insert the picture'}
        </Button>
      </Modal.Footer>
    </>
  );
};

/** Finds the record of a picture that is in the text. */
const usePresent = (present: StoredImage | null): Picture | null | undefined => {
  const { find } = usePictures();
  const [found, setFound] = useState<Picture | null>();
  const hash = present?.hash;
  const ext = typeof present?.ext === 'string' ? present.ext : '';
  useEffect(() => {
    if (hash === undefined) return;
    find(hash, ext)
      .then(setFound)
      .catch(() => setFound(null));
  }, [find, hash, ext]);
  return hash === undefined ? null : found;
};

/** Inserts a picture: from this device or from the media library, and with its description. */
export const PictureDialog = ({ file, present, onChoose, onDescribed, onClose, onClosed }: PictureDialogProps) => {
  const inText = usePresent(present);
  const [chosen, setChosen] = useState<Choice | 'none' | null>(file ? { file } : null);
  const isInText = chosen === null && Boolean(inText);
  const choice = chosen === 'none' ? null : (chosen ?? (inText ? { picture: inText } : null));
  return (
    <Modal.Root open onOpenChange={(isOpen: boolean) => !isOpen && onClose()}>
      <Modal.Content onCloseAutoFocus={onClosed}>
        <Modal.Header>
          <Modal.Title>Picture</Modal.Title>
        </Modal.Header>
        {inText === undefined && chosen === null && (
          <Box padding={6}>
            <Loader>Loading the picture</Loader>
          </Box>
        )}
        {(inText !== undefined || chosen !== null) && choice === null && (
          <Modal.Body>
            <PictureChoice
              onFile={(picked) => setChosen({ file: picked })}
              onPicture={(picture) => setChosen({ picture })}
            />
          </Modal.Body>
        )}
        {choice && (
          <Describe
            choice={choice}
            isInText={isInText}
            onStored={(picture) => (isInText ? onDescribed : onChoose)(storedPicture(picture))}
            onBack={() => setChosen('none')}
          />
        )}
      </Modal.Content>
    </Modal.Root>
  );
};
