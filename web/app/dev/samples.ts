import type {
  Block,
  CallPage,
  PrivateCall,
  PrivateComment,
  PrivateRegistration,
  PublicComment,
  Workshop,
} from 'shared';
import { emptyComment } from '~~/server/forms/handlers/typed-comment';

const instant = '2026-06-13T09:00:00.000Z';
const token = '1.1.sample';

export const commentForm = { ...emptyComment(''), name: 'Wren', text: 'Thank you.\n\nCall me on 0114 496 0123.' };

const comment: PublicComment = {
  number: 1,
  at: instant,
  by: { kind: 'reader', name: 'Wren' },
  text: 'I read this on the stairs, twice.\n\nThank you.',
  removed: null,
  answers: null,
};

export const comments: Record<string, PublicComment> = {
  'by a reader': comment,
  'by the counsellor, in reply': {
    ...comment,
    number: 2,
    by: { kind: 'counsellor', name: 'Nora Ashby' },
    answers: { number: 1, name: 'Wren' },
  },
  'without a name': { ...comment, number: 3, by: { kind: 'reader', name: null } },
  'removed by its writer': { ...comment, number: 4, text: null, removed: 'by its writer' },
};

const privateComment: PrivateComment = {
  number: 1,
  token,
  code: 'ABCD2345',
  post: { slug: 'sample', title: 'A post' },
  audience: 'everyone',
  state: 'waiting',
  hidden: false,
  name: 'Wren',
  text: 'I read this on the stairs, twice.',
  version: 1,
  sentAt: instant,
  decidedAt: null,
  mayChange: true,
  onPage: false,
  hasReplies: false,
  messages: [],
  mayWriteBack: false,
  awayUntil: null,
  address: 'unconfirmed',
  notifyOnApproval: true,
  notifyOnReply: false,
};

export const privateComments: Record<string, PrivateComment> = {
  waiting: privateComment,
  approved: { ...privateComment, state: 'approved', onPage: true, mayChange: false, address: 'confirmed' },
  hidden: { ...privateComment, state: 'approved', hidden: true, mayChange: false },
  declined: { ...privateComment, state: 'declined', mayChange: false },
  'note, answered': {
    ...privateComment,
    audience: 'counsellor',
    state: 'read',
    mayChange: false,
    messages: [{ by: 'counsellor', text: 'Thank you for writing.', at: instant }],
    mayWriteBack: true,
  },
};

/** A registration for `workshop` in each of its states. */
export function registrationsFor(workshop: Workshop): Record<string, PrivateRegistration> {
  const { slug, title, state, sessions, timeZone, namesZone, format, venue, mapUrl, cancellationTerms } = workshop;
  const registration: PrivateRegistration = {
    number: 1,
    token,
    state: 'confirmed',
    until: null,
    ahead: null,
    reserved: 'seat',
    workshop: {
      slug,
      title,
      state,
      sessions,
      timeZone,
      namesZone,
      format,
      venue,
      mapUrl,
      cancellationTerms,
      cancellationMessage: null,
    },
    name: 'Wren Okafor',
    certificateName: 'Wren A. Okafor',
    price: { label: 'Standard', pence: 4800, note: null },
    paid: false,
    howToPay: 'By bank transfer. See https://example.org/pay',
    accessNeeds: 'A seat near the door.',
    joining: 'https://meet.example/quiet',
    certificate: true,
    canChange: true,
    version: 1,
    deletedOn: '2026-09-11',
  };
  const none = { paid: false, joining: null, certificate: false };
  return {
    registered: registration,
    unconfirmed: { ...registration, ...none, state: 'unconfirmed', until: instant },
    waitlisted: { ...registration, ...none, state: 'waitlisted', ahead: 2 },
    offered: { ...registration, ...none, state: 'offered', until: instant },
    cancelled: { ...registration, ...none, state: 'cancelled', canChange: false },
    ended: { ...registration, ...none, state: 'expired', canChange: false },
  };
}

const text = (value: string) => [{ type: 'text' as const, text: value }];

/** Every kind of block. */
export const blocks: Block[] = [
  { type: 'paragraph', children: text('The first paragraph of a post is its lead.') },
  { type: 'heading', level: 2, children: text('A section') },
  {
    type: 'paragraph',
    children: [
      { type: 'text', text: 'Bold, ', bold: true },
      { type: 'text', text: 'italic, ', italic: true },
      { type: 'link', url: '/about', children: text('a link') },
      { type: 'text', text: ' and code', code: true },
    ],
  },
  {
    type: 'list',
    format: 'unordered',
    children: [
      { type: 'list-item', children: text('“You should have said something.”') },
      { type: 'list-item', children: text('“Get it together.”') },
    ],
  },
  { type: 'heading', level: 2, children: text('Another section') },
  {
    type: 'list',
    format: 'ordered',
    children: [
      { type: 'list-item', children: text('One') },
      { type: 'list-item', children: text('Two') },
    ],
  },
  { type: 'quote', children: text('A quotation.') },
  { type: 'code', children: text('<b>code</b>') },
  { type: 'paragraph', children: text('The last paragraph has the end mark.') },
  { type: 'paragraph', children: text('P.S. An afterthought.') },
];

export const callPage: CallPage = {
  state: 'open',
  channels: ['online', 'phone'],
  minutes: 25,
  timeZone: 'Europe/London',
  noticeHours: 24,
  slots: Array.from({ length: 24 }, (_, n) =>
    new Date(Date.parse(instant) + Math.floor(n / 3) * 86_400_000 + (n % 3) * 1_800_000).toISOString(),
  ),
  isCertain: false,
  keepDays: 14,
  changesAt: null,
};

const privateCall: PrivateCall = {
  number: 1,
  token,
  state: 'booked',
  channel: 'phone',
  starts: instant,
  ends: '2026-06-13T09:25:00.000Z',
  timeZone: 'Asia/Kolkata',
  name: 'Wren',
  phone: '123',
  mayLeaveVoicemail: true,
  cancelledBy: null,
  mayChange: true,
  movesLeft: 5,
  deletedOn: '2026-06-27',
};

export const privateCalls: Record<string, PrivateCall> = {
  booked: privateCall,
  'booked, moved too often': { ...privateCall, movesLeft: 0 },
  cancelled: { ...privateCall, state: 'cancelled', cancelledBy: 'counsellor', mayChange: false },
  past: { ...privateCall, state: 'past', channel: 'online', phone: null, mayChange: false },
};
