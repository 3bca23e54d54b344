const kinds: Readonly<Record<string, string>> = {
  'confirm-address': 'Please confirm your address, to a reader',
  'comment-appeared': 'Your comment is on the page, to a reader',
  'someone-replied': 'Someone replied, to a reader',
  'something-waiting': 'Something is waiting, to the counsellor',
  digest: 'What is waiting today, to the counsellor',
  'report-waiting': 'A report is waiting, to the counsellor',
};

const faults: Readonly<Record<string, string>> = {
  'not an address': 'The address can’t be one.',
  refused: 'The mail server refused it: most often there is no such mailbox.',
  'put off': 'The mail server put it off.',
  'no answer': 'The mail server did not answer.',
  'not connected': 'The mail server could not be reached.',
  'not secure': 'The mail server offers no safe connection: please tell the web team.',
  'not let in': 'The mail server did not let us in: please tell the web team.',
  'not written': 'It could not be written: please tell the web team.',
};

/** What sort of letter it is and to whom, without saying to whom exactly. */
export const kindInWords = (kind: string): string => kinds[kind] ?? 'A letter';

/** One sentence about why a letter did not go. */
export const faultInWords = (fault: string): string => faults[fault] ?? 'It could not be delivered.';
