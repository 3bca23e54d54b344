/** What each kind of email is called: its subject in quotation marks, or where that says too little, what it is. */
export const kindLabels: Readonly<Record<string, string>> = {
  'confirm-counsellor-address': '“Please confirm your address”, to the counsellor',
  'counsellor-address-changed': '“A new address for your emails”, to the counsellor',
  'confirm-address': '“Please confirm your address”, to a reader',
  'comment-appeared': '“What you sent is on the page”, to a reader',
  'was-it-you': '“There is an answer: did you write to us?”, to a reader',
  'someone-replied': '“There is an answer for you”, to a reader',
  'something-waiting': '“Something is waiting”, to the counsellor',
  'look-today': '“Please look at your dashboard today”, to the counsellor',
  'more-waiting': 'Several things are waiting, to the counsellor',
  digest: 'The daily email about what is waiting, to the counsellor',
  'report-waiting': 'A report is waiting, to the counsellor',
  'enquiry-received': '“We have your message”, to its sender',
  'enquiry-reply': '“A reply to your message”, to its sender',
  'space-available': '“You asked us to let you know”, about space, to someone on the list',
  'message-waiting': 'A message is waiting, to the counsellor',
  'message-today': 'A message that should be read today, to the counsellor',
  'more-messages': 'Several messages are waiting, to the counsellor',
  'messages-due': 'Messages should be answered today, to the counsellor',
  'still-right': '“Is this still right?”, about your space, to the counsellor',
  'renewal-due': '“Something has to be renewed”, about a credential, to the counsellor',
  'place-given-back': '“A place was given back”, to the counsellor',
  'confirm-place': '“Please confirm your place”, to a participant',
  'already-registered': '“You are already on the list”, to a participant',
  'place-confirmed': '“Your place is confirmed”, to a participant',
  'waitlist-joined': '“You are on the waitlist”, to a participant',
  'seat-offered': '“A place has become free”, to a participant',
  'offer-expired': '“Your place has been passed on”, to a participant',
  'week-reminder': '“Your workshop is a week away”, to a participant',
  'day-reminder': '“Your workshop starts soon”, to a participant',
  'workshop-changed': '“Your workshop has changed”, to a participant',
  'participant-moved': '“You have been moved to another workshop”, to a participant',
  'workshop-cancelled': '“Your workshop has been cancelled”, to a participant',
  'registration-cancelled': '“Your place has been cancelled”, to a participant',
  'thank-you': '“Thank you for coming”, to a participant',
  'reset-password': '“Choose a new password”, to someone with an account',
  'account-notice': '“About your sign-in details”, to someone with an account',
  'account-changed': '“An account was changed”, to the counsellor',
  'plugin-message': 'A message that Strapi or a plugin wrote',
  'counsellor-message': 'Your own email, to a participant, or your copy of it',
};

const errorLabels: Readonly<Record<string, string>> = {
  'invalid-address': 'The email address is not valid.',
  refused: 'The mail server refused it, usually because there is no such mailbox.',
  deferred: 'The mail server asked us to try again later.',
  timeout: 'The mail server did not respond.',
  unreachable: 'The mail server could not be reached.',
  'no-tls': 'The mail server doesn’t offer a secure connection. Please tell the web team.',
  'authentication-failed': 'The mail server rejected our sign-in details. Please tell the web team.',
  'write-failed': 'It could not be saved as a file. Please tell the web team.',
};

/** Returns the label of a kind of email: its subject, and who gets it. */
export const kindLabel = (kind: string): string => kindLabels[kind] ?? 'An email';

/** Returns a sentence about why an email was not delivered. */
export const errorLabel = (error: string): string => errorLabels[error] ?? 'It could not be delivered.';
