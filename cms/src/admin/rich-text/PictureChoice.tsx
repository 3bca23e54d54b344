import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { useEffect, useId, useState } from 'react';
import { styled } from 'styled-components';
import { TextField } from '#src/admin/components/form-fields';
import { type Picture, usePictures } from './pictures';
import { useSettled } from './use-settled';

const Tiles = styled.ul`
  display: grid;
  grid-template-columns: repeat(auto-fill, minmax(12rem, 1fr));
  gap: 0.8rem;
`;

const Tile = styled.button`
  display: block;
  inline-size: 100%;
  padding: 0.4rem;
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme }) => theme.colors.neutral0};
  color: ${({ theme }) => theme.colors.neutral800};
  font-size: 1.2rem;
  overflow-wrap: anywhere;
  cursor: pointer;

  &:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
  }

  img {
    display: block;
    inline-size: 100%;
    block-size: 9rem;
    object-fit: cover;
  }
`;

const FileInput = styled.input`
  color: ${({ theme }) => theme.colors.neutral800};
  font-size: 1.4rem;
  max-inline-size: 100%;
`;

interface PictureChoiceProps {
  onFile: (file: File) => void;
  onPicture: (picture: Picture) => void;
}

/** The smallest stored size of a picture. */
const thumbnail = ({ formats, url }: Picture): string => {
  const small = formats?.thumbnail;
  return typeof small === 'object' && small !== null && 'url' in small ? String(small.url) : url;
};

/** The pictures that are stored, by what is searched for; `more` adds the next ones. */
const useStored = (search: string) => {
  const { list } = usePictures();
  const [asked, setAsked] = useState({ search, page: 1 });
  const page = asked.search === search ? asked.page : 1;
  const [found, setFound] = useState<{ pictures: readonly Picture[]; hasMore: boolean }>(nothing);
  const [status, setStatus] = useState('');
  useEffect(() => {
    let isCurrent = true;
    const show = (more: { pictures: Picture[]; hasMore: boolean }): void => {
      if (!isCurrent) return;
      setFound((before) => (page === 1 ? more : { ...more, pictures: [...before.pictures, ...more.pictures] }));
      setStatus(page === 1 && more.pictures.length === 0 ? 'There is no such picture.' : '');
    };
    list(search, page)
      .then(show)
      .catch(() => {
        if (isCurrent) setStatus('Your pictures could not be loaded. Please try again in a moment.');
      });
    return () => {
      isCurrent = false;
    };
  }, [list, search, page]);
  return { ...found, status, more: () => setAsked({ search, page: page + 1 }) };
};
const nothing = { pictures: [], hasMore: false };

const StoredPictures = ({ onPicture }: { onPicture: (picture: Picture) => void }) => {
  const [search, setSearch] = useState('');
  const { pictures, hasMore, status, more } = useStored(useSettled(search.trim()));
  return (
    <Box>
      <TextField
        name="picture-search"
        type="search"
        label="Or one of your pictures"
        hint="Search by name or description."
        value={search}
        autoComplete="off"
        onChange={setSearch}
      />
      <Typography role="status">{status}</Typography>
      <Box paddingTop={3}>
        <Tiles>
          {pictures.map((picture) => (
            <li key={picture.id}>
              <Tile type="button" onClick={() => onPicture(picture)}>
                <img src={thumbnail(picture)} alt="" loading="lazy" />
                {picture.alternativeText?.trim() || picture.name}
              </Tile>
            </li>
          ))}
        </Tiles>
      </Box>
      {hasMore && (
        <Box paddingTop={3}>
          <Button variant="secondary" onClick={more}>
            More pictures
          </Button>
        </Box>
      )}
    </Box>
  );
};

/** Asks for a picture: a file of this device, or one that was stored before. */
export const PictureChoice = ({ onFile, onPicture }: PictureChoiceProps) => {
  const id = useId();
  return (
    <Flex direction="column" alignItems="stretch" gap={5}>
      <Flex direction="column" alignItems="flex-start" gap={2}>
        <Typography tag="label" htmlFor={id} fontWeight="bold">
          A picture from this device
        </Typography>
        <FileInput
          id={id}
          type="file"
          accept="image/*"
          onChange={({ target }) => {
            const file = target.files?.[0];
            if (file) onFile(file);
          }}
        />
      </Flex>
      <StoredPictures onPicture={onPicture} />
    </Flex>
  );
};
