import { Badge, Flex } from '@strapi/design-system';

/** What is special about a row, in a few words. */
export interface Mark {
  label: string;
  isStrong: boolean;
}

/** Returns a mark that is no warning. */
export const plainMark = (label: string): Mark => ({ label, isStrong: false });

/** Shows marks in words: a colour alone would say nothing to many people. */
export const Marks = ({ marks }: { marks: readonly Mark[] }) =>
  marks.length === 0 ? null : (
    <Flex gap={2} wrap="wrap">
      {marks.map(({ label, isStrong }) => (
        <Badge
          key={label}
          backgroundColor={isStrong ? 'danger100' : 'neutral150'}
          textColor={isStrong ? 'danger700' : 'neutral800'}
          style={{ textTransform: 'none' }}
        >
          {label}
        </Badge>
      ))}
    </Flex>
  );
