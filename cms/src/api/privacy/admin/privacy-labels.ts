import type { ActionOutcome } from '#src/admin/components/ActionResult';
import type { Erased, PersonalData } from '#src/api/privacy/admin-contract';

const several = (n: number, one: string, more: string): string => (n === 1 ? `1 ${one}` : `${n} ${more}`);

const pagesInWords: Readonly<Record<Erased['pages'], string>> = {
  dropped: 'The site has dropped the pages that showed them.',
  none: 'None of it was on a page.',
  'not reached':
    'The site could not be reached, so a page that it has kept may still show them: please ask the web team to start it again.',
};

export const isNothing = ({ mailboxes, registrations }: PersonalData): boolean =>
  mailboxes.length + registrations.length === 0;

/** What was deleted, and what is still to be done. */
export const erasureOutcome = ({ comments, registrations, emails, addresses, pages }: Erased): ActionOutcome =>
  addresses === 0
    ? { message: 'Nothing is held about this address.', succeeded: true }
    : {
        message: `Deleted for good: ${several(comments, 'comment or note', 'comments and notes')}, ${several(registrations, 'registration', 'registrations')}, ${several(emails, 'email', 'emails')} and the address. ${pagesInWords[pages]}`,
        succeeded: pages !== 'not reached',
      };
