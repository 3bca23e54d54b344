import type { Feature } from '#src/feature';
import { demoDocumentId } from '#src/setup/seed/seed-demo';
import { workshopsEndpoints } from './admin-endpoints';
import { workshopsAccess, workshopsComponents } from './content-access';
import { seedDemoWorkshops } from './demo/seed-workshops';
import { refuseDeletingFacilitator } from './documents/protect-participants';
import { checkWorkshop, keepSeats, keepTimes, resetCopiedSessions, setTimeZone } from './documents/workshop-changes';
import { counsellorEmails } from './emails/counsellor-emails';
import { emailKinds } from './emails/email-kinds';
import { remindParticipants, thankParticipants } from './emails/scheduled-emails';
import { manageParticipants } from './permissions';
import { workshopsPersonalData } from './personal-data';
import { deleteParticipants } from './registration/delete-participants';
import { expireSeats } from './seats/offers';
import { createWorkshopSeats } from './seats/seat-rows';
import { priceView, programmePartView, sessionView, workshopSettingsView, workshopView } from './views';

// What the contact form needs of workshops that somebody asks about.
export { publishedSlug, upcomingWorkshops } from './upcoming-workshops';
// What posts need of the workshops that they mention.
export { withSeats, type WorkshopWithSeats } from './seats/seat-rows';
export { mentionOf } from './serialise-workshop';
export { inList as workshopFields, type WorkshopRow } from './workshop-rows';

const indexes = [
  'create unique index if not exists workshops_public_slug_uq on workshops (slug) where published_at is not null',
  'create unique index if not exists workshops_draft_slug_uq on workshops (slug) where published_at is null',
  'create index if not exists workshops_public_end_ix on workshops (ends_at, starts_at, id) where published_at is not null',
  'create unique index if not exists registrations_sending_uq on registrations (nonce, content_mac)',
  // The last guard against registering an address twice, also for simultaneous requests.
  "create unique index if not exists registrations_listed_uq on registrations (workshop_id, email_key) where state in ('confirmed', 'waitlisted', 'offered')",
  'create index if not exists registrations_workshop_ix on registrations (workshop_id, state, sent, id)',
  'create index if not exists registrations_until_ix on registrations (until) where until is not null',
  'create index if not exists registrations_email_key_ix on registrations (email_key)',
  'create unique index if not exists certificates_number_uq on certificates (number)',
  'create index if not exists workshops_component_ix on workshops_cmps (cmp_id, component_type)',
];

export const workshops: Feature = {
  name: 'workshops',
  contentAccess: workshopsAccess,
  componentAccess: workshopsComponents,
  permissions: [manageParticipants],
  adminEndpoints: workshopsEndpoints,
  siteActions: [
    'api::workshop.registration.accept',
    'api::workshop.registration.calendar',
    'api::workshop.registration.cancel',
    'api::workshop.registration.certificate',
    'api::workshop.registration.change',
    'api::workshop.registration.confirm',
    'api::workshop.registration.create',
    'api::workshop.registration.decline',
    'api::workshop.registration.disown',
    'api::workshop.registration.look',
    'api::workshop.workshop.compareCertificate',
    'api::workshop.workshop.find',
    'api::workshop.workshop.findCalendar',
    'api::workshop.workshop.findCalendarOfAll',
    'api::workshop.workshop.findCertificate',
    'api::workshop.workshop.findOne',
  ],
  documentRules: [
    { phase: 'copy', rule: resetCopiedSessions },
    { phase: 'complete', rule: setTimeZone },
    { phase: 'check-before-publishing', rule: checkWorkshop },
    { phase: 'check-before-publishing', rule: refuseDeletingFacilitator },
    { phase: 'store', rule: (strapi) => keepSeats(strapi, () => new Date()) },
    { phase: 'store', rule: keepTimes },
  ],
  jobs: [
    { name: 'participant-retention', schedule: '27 3 * * *', catchUpHours: 24, run: deleteParticipants },
    { name: 'seats', schedule: '* * * * *', catchUpHours: 0, run: expireSeats },
    { name: 'reminders', schedule: '*/5 * * * *', catchUpHours: 0, run: remindParticipants },
    { name: 'thank-you-emails', schedule: '*/10 * * * *', catchUpHours: 0, run: thankParticipants },
  ],
  indexes,
  emails: [...Object.values(emailKinds), ...Object.values(counsellorEmails)],
  personalData: workshopsPersonalData,
  createTables: createWorkshopSeats,
  views: [workshopView, sessionView, priceView, programmePartView, workshopSettingsView],
  demo: [
    {
      phase: 'workshops',
      seed: async (demo) => {
        const { 'room-night': sleep, circle: therapists, table: grief } = demo.pictures;
        const made = await seedDemoWorkshops(demo.uow, {
          facilitator: demoDocumentId(demo, 'author'),
          covers: { therapists, sleep, grief },
          now: demo.now,
        });
        for (const [key, id] of Object.entries(made)) demo.documentIds.set(`workshop:${key}`, id);
      },
    },
  ],
};
