/** What the desk's own API answers, as far as the tests look at it: they ask as the admin does, over HTTP. */
interface ActOutcome {
  number: number;
  result: 'done' | 'changed' | 'decided before' | 'gone' | 'refused';
  because?: string;
}

export interface ActOutcomes {
  outcomes: ActOutcome[];
}

export interface ReplyOutcome {
  outcome: ActOutcome;
  reply: number | null;
}

export interface CommentCounts {
  lists: Record<string, number>;
  unopenedSpam: number;
  toReview: number;
  awayUntil: string | null;
}

interface ListedComment {
  number: number;
  version: number;
  state: string;
  beginning: string;
  opened: boolean;
  care: { kind: string; urgent: boolean } | null;
  hidden: boolean;
  held: { because: string; until: string } | null;
}

export interface ListedComments {
  comments: ListedComment[];
  page: number;
  pageCount: number;
  total: number;
}

export interface OpenedComment extends ListedComment {
  words: string;
  careBecause: string[];
  reports: { id: number; reason: string }[];
  kit: { checklist: string[]; savedReplies: { title: string; words: string }[] };
}

export interface PlaceOutcome {
  number: number;
  became: string;
  because?: string;
}

export interface DeskPlaces {
  capacity: number;
  registered: number;
  held: number;
  offered: number;
  waiting: number;
  free: number;
  needs: number;
}

export interface DeskPerson {
  number: number;
  version: number;
  state: string;
  name: string;
  came: boolean | null;
}

export interface DeskWorkshopPage {
  id: string;
  counts: DeskPlaces;
  participants: DeskPerson[];
}

export interface EmailPreview {
  subject: string;
  text: string;
  html: string;
  recipients: { name: string; email: string }[];
  copyTo: string;
}
