import { Flex, Typography } from '@strapi/design-system';
import { CaretDown, CaretUp } from '@strapi/icons';
import { useForm } from '@strapi/strapi/admin';
import { useEffect, useId, useState } from 'react';
import { styled } from 'styled-components';
import type { FormSection } from './sections';

const Button = styled.button`
  display: flex;
  align-items: center;
  justify-content: space-between;
  gap: 1.2rem;
  inline-size: 100%;
  min-block-size: 4.4rem;
  padding: 0;
  border: 0;
  background: none;
  color: ${({ theme }) => theme.colors.neutral800};
  text-align: start;
  cursor: pointer;
`;

interface Props {
  attribute: { section: FormSection };
}

/** The heading of a part of a form, which opens and closes it. A part in which something has to change is open. */
export const SectionHeading = ({ attribute: { section } }: Props) => {
  const id = useId();
  const hasError = useForm('SectionHeading', ({ errors }) => section.fields.some((field) => field in errors));
  const [isOpened, setOpened] = useState(section.open === true || globalThis.location.hash === `#${section.fields[0]}`);
  // It stays open when the error has gone: somebody is typing there.
  useEffect(() => {
    if (hasError) setOpened(true);
  }, [hasError]);
  const isOpen = isOpened || hasError;
  return (
    // The rows below are its siblings' siblings, out of reach for a component: look.css hides them.
    <div data-section={isOpen ? 'open' : 'closed'}>
      <Typography tag="h2" variant="delta">
        <Button
          type="button"
          aria-expanded={isOpen}
          aria-describedby={section.help === undefined ? undefined : id}
          onClick={() => setOpened(!isOpen)}
        >
          {section.title}
          <Flex aria-hidden>{isOpen ? <CaretUp /> : <CaretDown />}</Flex>
        </Button>
      </Typography>
      {section.help !== undefined && (
        <Typography tag="p" variant="pi" textColor="neutral600" id={id}>
          {section.help}
        </Typography>
      )}
    </div>
  );
};
