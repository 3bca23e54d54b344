interface StoredComment {
  number: number;
  post: string;
  audience: 'everyone' | 'counsellor';
  state: string;
  name: string | null;
  text: string | null;
  sent: string;
  notifyOnApproval: boolean;
  notifyOnReply: boolean;
}

/** An email of the outbox; one that was delivered is empty. */
interface StoredEmail {
  kind: string;
  state: string;
  queued: string;
  subject: string | null;
  text: string | null;
}

interface StoredRegistration {
  number: number;
  workshop: string;
  state: string;
  name: string;
  certificateName: string | null;
  email: string;
  needs: string | null;
  price: string | null;
  paid: string | null;
  came: boolean | null;
  sent: string;
  emails: StoredEmail[];
}

/** `POST /privacy/held` {address}: all personal data of an address. Times are ISO 8601 in UTC. */
export interface PersonalData {
  address: string;
  mailboxes: {
    address: string;
    confirmed: string | null;
    unsubscribed: string | null;
    lastUsed: string;
    comments: StoredComment[];
    emails: StoredEmail[];
  }[];
  registrations: StoredRegistration[];
}

/** `POST /privacy/erase` {address}. `pages`: whether the site has purged its cached pages of these comments. */
export interface Erased {
  comments: number;
  registrations: number;
  emails: number;
  addresses: number;
  pages: 'dropped' | 'none' | 'not reached';
}
