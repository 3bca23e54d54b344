import { styled } from 'styled-components';

/** The text as it is written: near to how readers see it, in the colours of the admin's theme. */
export const EditorFrame = styled.div<{ $hasError: boolean; $isReadOnly: boolean }>`
  border: 1px solid ${({ theme, $hasError }) => ($hasError ? theme.colors.danger600 : theme.colors.neutral200)};
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme, $isReadOnly }) => ($isReadOnly ? theme.colors.neutral150 : theme.colors.neutral0)};

  &:focus-within {
    border-color: ${({ theme }) => theme.colors.primary600};
    box-shadow: 0 0 0 2px ${({ theme }) => theme.colors.primary600};
  }

  .ProseMirror {
    min-height: 24rem;
    max-width: 72rem;
    padding: 1.6rem 1.6rem 4rem;
    outline: none;
    color: ${({ theme }) => theme.colors.neutral800};
    font-size: 1.6rem;
    line-height: 1.6;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }

  .ProseMirror > * {
    margin: 0 0 1.2rem;
  }

  .ProseMirror.is-empty > p:only-child::before {
    content: 'Write here, or paste what you have written elsewhere.';
    float: inline-start;
    height: 0;
    color: ${({ theme }) => theme.colors.neutral600};
    pointer-events: none;
  }

  strong {
    font-weight: 700;
  }

  em {
    font-style: italic;
  }

  u {
    text-decoration: underline;
  }

  s {
    text-decoration: line-through;
  }

  a {
    color: ${({ theme }) => theme.colors.primary600};
    text-decoration: underline;
  }

  h1,
  h2,
  h3,
  h4,
  h5,
  h6 {
    font-weight: 700;
    line-height: 1.25;
  }

  h1,
  h2 {
    font-size: 2.4rem;
  }

  h3 {
    font-size: 2rem;
  }

  blockquote {
    padding-inline-start: 1.6rem;
    border-inline-start: 3px solid ${({ theme }) => theme.colors.neutral300};
    font-style: italic;
  }

  ul,
  ol {
    padding-inline-start: 2.4rem;
  }

  ul {
    list-style: disc;
  }

  ol {
    list-style: decimal;
  }

  ul ul {
    list-style: circle;
  }

  li.sublist {
    list-style: none;
  }

  li.sublist > ul,
  li.sublist > ol {
    padding-inline-start: 1.6rem;
  }

  pre,
  code {
    font-family: monospace;
    background: ${({ theme }) => theme.colors.neutral150};
  }

  pre {
    padding: 1.2rem;
    white-space: pre-wrap;
  }

  figure img {
    display: block;
    max-width: 100%;
    max-height: 40rem;
    height: auto;
  }

  figure figcaption {
    font-size: 1.3rem;
    color: ${({ theme }) => theme.colors.neutral600};
  }

  .ProseMirror-selectednode {
    outline: 3px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: 2px;
  }

  .unknown {
    color: ${({ theme }) => theme.colors.neutral600};
    font-style: italic;
  }
`;

/** Stays in sight while a long text scrolls: the toolbar, and what paste left out. */
export const EditorTop = styled.div`
  position: sticky;
  inset-block-start: 0;
  z-index: 1;
`;

/** Takes a second row where it does not fit. */
export const ToolbarRow = styled.div`
  display: flex;
  flex-wrap: wrap;
  gap: 0.2rem;
  padding: 0.4rem;
  border-block-end: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-radius: ${({ theme }) => theme.borderRadius} ${({ theme }) => theme.borderRadius} 0 0;
  background: ${({ theme }) => theme.colors.neutral100};
`;

/** Large enough for a finger: 44 pixels. */
export const ToolbarButton = styled.button`
  display: inline-flex;
  align-items: center;
  justify-content: center;
  inline-size: 4.4rem;
  block-size: 4.4rem;
  border: 1px solid transparent;
  border-radius: ${({ theme }) => theme.borderRadius};
  background: transparent;
  color: ${({ theme }) => theme.colors.neutral800};
  cursor: pointer;

  &:hover:not([aria-disabled='true']) {
    background: ${({ theme }) => theme.colors.neutral150};
  }

  &:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: -2px;
  }

  &[aria-pressed='true'] {
    border-color: ${({ theme }) => theme.colors.primary600};
    background: ${({ theme }) => theme.colors.primary100};
    color: ${({ theme }) => theme.colors.primary700};
  }

  &[aria-disabled='true'] {
    color: ${({ theme }) => theme.colors.neutral400};
    cursor: default;
  }

  svg {
    inline-size: 2rem;
    block-size: 2rem;
    fill: currentColor;
  }
`;
