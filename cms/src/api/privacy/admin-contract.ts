interface HeldComment {
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

interface HeldRegistration {
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

/** `POST /privacy/held` {address}: everything that is held about whoever uses an address. Times are ISO 8601 in UTC. */
export interface HeldAbout {
  address: string;
  mailboxes: {
    address: string;
    confirmed: string | null;
    unsubscribed: string | null;
    lastUsed: string;
    comments: HeldComment[];
    emails: StoredEmail[];
  }[];
  registrations: HeldRegistration[];
}

/** `POST /privacy/erase` {address}. `pages`: whether the site has dropped its kept pages with those words. */
export interface Erased {
  comments: number;
  registrations: number;
  emails: number;
  addresses: number;
  pages: 'dropped' | 'none' | 'not reached';
}
