import { styled } from 'styled-components';

/**
 * A bar of actions for what is ticked in the list below it. It stays in sight while the list scrolls: on top, or on a
 * phone at the bottom, where it takes a quarter of the screen at most. The list does not move when buttons come.
 */
export const StickyBar = styled.div.attrs<{ 'data-sticky-bar'?: string }>({ 'data-sticky-bar': '' })`
  position: sticky;
  z-index: 2;
  inset-block-start: 0;
  display: flex;
  align-items: center;
  min-block-size: 5.6rem;
  padding-block: 1.2rem;
  background: ${({ theme }) => theme.colors.neutral100};

  > * {
    flex: 1;
    min-inline-size: 0;
  }

  @media (width < 768px) {
    inset-block: auto 0;
    order: 1;
    min-block-size: 0;
    max-block-size: 25vh;
    padding-block: 0.6rem;
    overflow-y: auto;
    border-block-start: 1px solid ${({ theme }) => theme.colors.neutral200};
  }
`;
