import { styled } from 'styled-components';

/**
 * A bar of actions for what is ticked in the list below it. It stays in sight while the list scrolls: on top, or on a
 * phone at the bottom, where only what can be done now takes room.
 */
export const StickyBar = styled.div`
  position: sticky;
  z-index: 2;
  inset-block-start: 0;
  padding-block: 1.2rem;
  background: ${({ theme }) => theme.colors.neutral100};

  @media (width < 768px) {
    inset-block: auto 0;
    order: 1;
    max-block-size: 25vh;
    padding-block: 0.6rem;
    overflow-y: auto;
    border-block-start: 1px solid ${({ theme }) => theme.colors.neutral200};

    button[aria-disabled='true'] {
      display: none;
    }
  }
`;
