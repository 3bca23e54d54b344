import { type ReactNode, useEffect } from 'react';
import { useBlocker } from 'react-router-dom';
import { LeaveDialog } from './LeaveDialog';

interface Props {
  /** Returns whether something would be lost with the page. */
  isAsked: () => boolean;
  /** What becomes of what was typed, in a sentence. */
  children: ReactNode;
}

/** Asks before a page is left whose text would be lost, whether by a link, the Back button or closing the tab. */
export const LeaveQuestion = ({ isAsked, children }: Props) => {
  const blocker = useBlocker(
    ({ currentLocation: from, nextLocation: to }) =>
      from.pathname !== to.pathname && !to.pathname.startsWith('/auth/') && isAsked(),
  );
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent): void => {
      if (isAsked()) event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isAsked]);
  return <LeaveDialog blocker={blocker}>{children}</LeaveDialog>;
};
