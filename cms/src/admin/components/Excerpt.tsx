import { Button, Flex, Typography } from '@strapi/design-system';
import { useId, useState } from 'react';
import { endAtWord } from './labels';
import { UserText } from './page-elements';

interface Props {
  excerpt: string;
  isTruncated: boolean;
  /** Someone may be struggling: the text is hidden until the counsellor chooses to read it. */
  isFolded: boolean;
}

/** Shows the beginning of what somebody wrote. */
export const Excerpt = ({ excerpt, isTruncated, isFolded }: Props) => {
  const [isHidden, setHidden] = useState(isFolded);
  const id = useId();
  const text = isTruncated ? endAtWord(excerpt) : excerpt;
  if (!isFolded) return <UserText text={text} />;
  return (
    <Flex direction="column" alignItems="start" gap={2}>
      <Typography textColor="neutral600">The text is hidden until you are ready to read it.</Typography>
      <Button
        variant="tertiary"
        size="S"
        aria-expanded={!isHidden}
        aria-controls={id}
        onClick={() => setHidden(!isHidden)}
      >
        {isHidden ? 'Show the text' : 'Hide the text'}
      </Button>
      <div id={id}>{!isHidden && <UserText text={text} />}</div>
    </Flex>
  );
};
