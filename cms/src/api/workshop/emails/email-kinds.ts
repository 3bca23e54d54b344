import { defineEmail, type EmailDefinition } from '#src/api/email/define-email';
import type { SendingPractice } from '#src/api/email/email-message';
import { aboutRegistration } from '#src/api/workshop/registration/registration-rows';
import * as changes from './change-templates';
import * as templates from './templates';

type ParticipantEmail<Data> = Omit<EmailDefinition<Data & { to: string }>, 'about' | 'idempotencyKey'> & {
  /** Completes the idempotency key, which begins with the registration: each of these values gets one email. */
  readonly oncePer: (data: Data) => string | number;
};

const participantEmail = <Data extends templates.ToParticipant>({
  oncePer,
  template,
  ...definition
}: ParticipantEmail<Data>) =>
  defineEmail<Data>({
    ...definition,
    template: (data) => ({ ...template(data), practice: data.practice }),
    about: ({ registrationId }) => aboutRegistration({ id: registrationId }),
    idempotencyKey: (data) => `${data.registrationId}:${oncePer(data)}`,
  });

const once = () => 1;
const registrationVersion = ({ registrationVersion: version }: templates.ToParticipant) => version;
const workshopStarts = ({ workshopStarts: starts }: templates.ToParticipant) => starts;
const workshopEnds = ({ workshopEnds: ends }: templates.ToParticipant) => ends;

const practice: SendingPractice = {
  name: 'Quiet Room Counselling',
  email: 'hello@example.org',
  address: '14 Lantern Street\nBristol',
};
const participant: templates.ToParticipant = {
  to: 'robin@example.org',
  registrationId: 7,
  registrationVersion: 1,
  privateLink: 'https://example.org/your-place/7.1.sample',
  timeZone: 'Europe/London',
  namesZone: true,
  workshopStarts: new Date('2027-03-06T10:00:00Z'),
  workshopEnds: new Date('2027-03-13T12:30:00Z'),
  practice,
};
const attachments = [{ name: 'invitation.ics', type: 'text/calendar; charset=utf-8; method=REQUEST', content: '' }];
const details = {
  title: 'Quieter nights',
  sessions: [
    'Saturday 6 March 2027, 10am to 12:30pm, UK time (GMT)',
    'Saturday 13 March 2027, 10am to 12:30pm, UK time (GMT)',
  ],
  venue: 'The quiet room, 14 Lantern Street, Bristol',
  mapUrl: 'https://maps.example.org/lantern-street',
  joining: 'Ring the lower bell.\nThe door is open from a quarter to ten.',
};
const online = { ...details, venue: null, mapUrl: null, joining: 'https://meet.example.org/quieter-nights' };
const until = new Date('2027-03-04T18:00:00Z');
const request = {
  ...participant,
  confirmLink: 'https://example.org/your-place/confirm/7.sample',
  until,
  sentAt: new Date('2027-02-01T09:12:00.000Z'),
};
const reminder = { ...participant, details, session: '2027-03-06T10:00:00.000Z', expiresAt: until };
const changed = { ...participant, details, attachments, notBefore: until, expiresAt: participant.workshopEnds };
const thanks = { ...participant, deletedOn: '2027-06-11', notBefore: until };
const message = {
  to: participant.to,
  practice,
  about: 'registration:7',
  privateLink: participant.privateLink,
  subject: 'For Saturday',
  text: 'Hello everyone,\n\nPlease bring a cushion.\n\nI look forward to seeing you.',
  idempotencyKey: 'sample:to:7',
};

/** Every kind of email that workshops cause, each queued once per registration and what `oncePer` returns. */
export const emailKinds = {
  confirmPlace: participantEmail<templates.ConfirmPlace>({
    kind: 'confirm-place',
    template: templates.confirmPlaceEmail,
    oncePer: once,
    expiresAt: (data) => data.until,
    samples: [
      { ...request, reserved: 'seat', price: '£24 (concession)' },
      { ...request, reserved: 'waitlist', price: null },
    ],
  }),
  alreadyRegistered: participantEmail<templates.AlreadyRegistered>({
    kind: 'already-registered',
    template: templates.alreadyRegisteredEmail,
    oncePer: ({ day }) => day,
    expiresAt: workshopStarts,
    samples: [{ ...participant, day: '2027-02-01' }],
  }),
  placeConfirmed: participantEmail<templates.PlaceConfirmed>({
    kind: 'place-confirmed',
    template: templates.placeConfirmedEmail,
    oncePer: registrationVersion,
    expiresAt: workshopEnds,
    samples: [
      { ...participant, details, attachments, price: '£45 (concession)', howToPay: 'Please pay by bank transfer.' },
      { ...participant, details: online, attachments, price: null, howToPay: null },
    ],
  }),
  waitlistJoined: participantEmail<templates.ToParticipant>({
    kind: 'waitlist-joined',
    template: templates.waitlistJoinedEmail,
    oncePer: registrationVersion,
    expiresAt: workshopStarts,
    samples: [participant],
  }),
  seatOffered: participantEmail<templates.ToParticipant & { until: Date }>({
    kind: 'seat-offered',
    template: templates.seatOfferedEmail,
    oncePer: registrationVersion,
    expiresAt: (data) => data.until,
    samples: [{ ...participant, until }],
  }),
  offerExpired: participantEmail<templates.ToParticipant>({
    kind: 'offer-expired',
    template: templates.offerExpiredEmail,
    oncePer: registrationVersion,
    expiresAt: workshopStarts,
    samples: [participant],
  }),
  weekReminder: participantEmail<templates.Reminder>({
    kind: 'week-reminder',
    template: templates.weekReminderEmail,
    oncePer: ({ session }) => session,
    expiresAt: ({ expiresAt }) => expiresAt,
    samples: [reminder],
  }),
  dayReminder: participantEmail<templates.Reminder>({
    kind: 'day-reminder',
    template: templates.dayReminderEmail,
    oncePer: ({ session }) => session,
    expiresAt: ({ expiresAt }) => expiresAt,
    samples: [reminder],
  }),
  workshopChanged: participantEmail<changes.WorkshopChanged>({
    kind: 'workshop-changed',
    template: changes.workshopChangedEmail,
    oncePer: ({ sequence }) => sequence,
    notBefore: ({ notBefore }) => notBefore,
    expiresAt: ({ expiresAt }) => expiresAt,
    samples: [
      { ...changed, news: [], sequence: 1 },
      {
        ...changed,
        news: ['This session no longer takes place:\nSaturday 20 March 2027, 10am to 12:30pm, UK time (GMT)'],
        sequence: 2,
      },
    ],
  }),
  participantMoved: participantEmail<templates.WithDetails>({
    kind: 'participant-moved',
    template: changes.participantMovedEmail,
    oncePer: registrationVersion,
    expiresAt: workshopEnds,
    samples: [{ ...participant, details: online, attachments }],
  }),
  workshopCancelled: participantEmail<changes.WorkshopCancelled>({
    kind: 'workshop-cancelled',
    template: changes.workshopCancelledEmail,
    oncePer: once,
    expiresAt: workshopEnds,
    samples: [
      { ...participant, title: details.title, message: 'I am ill, and I am sorry.', attachments },
      { ...participant, title: details.title, message: null, attachments: [] },
    ],
  }),
  registrationCancelled: participantEmail<templates.WithAttachments>({
    kind: 'registration-cancelled',
    template: changes.registrationCancelledEmail,
    oncePer: registrationVersion,
    expiresAt: workshopEnds,
    samples: [{ ...participant, attachments }],
  }),
  thankYou: participantEmail<templates.ThankYou>({
    kind: 'thank-you',
    template: templates.thankYouEmail,
    oncePer: once,
    notBefore: ({ notBefore }) => notBefore,
    samples: [
      { ...thanks, hasCertificate: true },
      { ...thanks, hasCertificate: false },
    ],
  }),
  counsellorMessage: defineEmail<templates.CounsellorMessage>({
    kind: 'counsellor-message',
    template: (data) => ({ ...templates.counsellorMessageEmail(data), practice: data.practice, isPersonal: true }),
    about: ({ about }) => about,
    idempotencyKey: ({ idempotencyKey }) => idempotencyKey,
    samples: [message, { ...message, privateLink: null }],
  }),
};
