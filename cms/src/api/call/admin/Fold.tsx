import { Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { styled } from 'styled-components';

const Details = styled.details`
  > summary {
    padding-block: 0.8rem;
    cursor: pointer;
    font-size: 1.4rem;
    color: ${({ theme }) => theme.colors.neutral800};
  }
`;

interface Props {
  title: string;
  /** What it comes to at the moment, in sight while it is closed. */
  note?: string;
  isOpen?: boolean;
  onToggle?: (isOpen: boolean) => void;
  children: ReactNode;
}

/** A part of a page that is closed at first. */
export const Fold = ({ title, note, isOpen, onToggle, children }: Props) => (
  <Details open={isOpen} onToggle={({ currentTarget }) => onToggle?.(currentTarget.open)}>
    <summary>
      <Typography fontWeight="bold">{title}</Typography>
      {note !== undefined && (
        <Typography
          tag="span"
          variant="pi"
          textColor="neutral600"
          style={{ display: 'block', marginBlockStart: '0.4rem' }}
        >
          {note}
        </Typography>
      )}
    </summary>
    {children}
  </Details>
);
