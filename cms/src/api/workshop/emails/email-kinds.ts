import { defineEmail } from '#src/api/email/define-email';
import * as templates from './to-participant';

const toParticipant = { to: 'robin@example.org', own: 'https://example.org/your-place/7.1.sample' };
const attachments = [{ name: 'invitation.ics', type: 'text/calendar; charset=utf-8; method=REQUEST', content: '' }];
const details = {
  title: 'Quieter nights',
  sessions: [
    'Saturday 6 March 2027, 10 am to 12.30 pm, UK time (GMT)',
    'Saturday 13 March 2027, 10 am to 12.30 pm, UK time (GMT)',
  ],
  venue: 'The quiet room, 14 Lantern Street, Bristol',
  mapUrl: 'https://maps.example.org/lantern-street',
  joining: 'Ring the lower bell.\nThe door is open from a quarter to ten.',
};
const online = { ...details, venue: null, mapUrl: null, joining: 'https://meet.example.org/quieter-nights' };
const until = 'Thursday 4 March 2027, 6 pm, UK time (GMT)';
const confirm = 'https://example.org/your-place/confirm/7.sample';
const fromCounsellor = {
  ...toParticipant,
  subject: 'For Saturday',
  words: 'Hello everybody,\n\nplease bring a cushion.\n\nI look forward to seeing you.',
};

/** Every email that workshops cause. */
export const workshopEmails = [
  defineEmail({
    kind: 'confirm-place',
    template: templates.confirmRegistration,
    samples: [
      { to: toParticipant.to, confirm, reserved: 'seat', until },
      { to: toParticipant.to, confirm, reserved: 'waitlist', until },
    ],
  }),
  defineEmail({ kind: 'already-registered', template: templates.alreadyRegistered, samples: [toParticipant] }),
  defineEmail({
    kind: 'place-given',
    template: templates.placeGiven,
    samples: [
      { ...toParticipant, details, attachments, price: '£45 (concession)', howToPay: 'Please pay by bank transfer.' },
      { ...toParticipant, details: online, attachments, price: null, howToPay: null },
    ],
  }),
  defineEmail({ kind: 'on-the-waitlist', template: templates.onTheWaitlist, samples: [toParticipant] }),
  defineEmail({ kind: 'place-offered', template: templates.placeOffered, samples: [{ ...toParticipant, until }] }),
  defineEmail({ kind: 'offer-over', template: templates.offerIsOver, samples: [toParticipant] }),
  defineEmail({
    kind: 'reminder-week',
    template: templates.reminder,
    samples: [{ ...toParticipant, details, ahead: 'week' }],
  }),
  defineEmail({
    kind: 'reminder-day',
    template: templates.reminder,
    samples: [{ ...toParticipant, details, ahead: 'day' }],
  }),
  defineEmail({
    kind: 'workshop-changed',
    template: templates.workshopChanged,
    samples: [{ ...toParticipant, details, attachments }],
  }),
  defineEmail({
    kind: 'place-moved',
    template: templates.workshopChanged,
    samples: [{ ...toParticipant, details: online, attachments }],
  }),
  defineEmail({
    kind: 'called-off',
    template: templates.calledOff,
    samples: [
      { ...toParticipant, title: details.title, words: 'I am ill, and I am sorry.', attachments },
      { ...toParticipant, title: details.title, words: null, attachments: [] },
    ],
  }),
  defineEmail({
    kind: 'place-cancelled',
    template: templates.placeCancelled,
    samples: [{ ...toParticipant, attachments }],
  }),
  defineEmail({
    kind: 'thanks',
    template: templates.thanksForComing,
    samples: [
      { ...toParticipant, certificate: true, until: '12 April 2027' },
      { ...toParticipant, certificate: false, until: '12 April 2027' },
    ],
  }),
  defineEmail({
    kind: 'from-the-counsellor',
    template: templates.fromTheCounsellor,
    samples: [fromCounsellor, { ...fromCounsellor, own: null }],
  }),
];
