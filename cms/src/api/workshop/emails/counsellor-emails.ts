import { counsellorAddress } from '#src/api/email/counsellor-address/counsellor-address';
import { defineEmail } from '#src/api/email/define-email';
import type { EmailContent } from '#src/api/email/email-message';
import type { WorkshopContext } from '#src/api/workshop/workshop-rows';
import type { UnitOfWork } from '#src/database/unit-of-work';
import { settingsOf } from '#src/settings';

interface PlaceGivenBack {
  to: string;
  /** The document id of the workshop. */
  workshop: string;
  participantsUrl: string;
  /** The day (UTC), such as `2027-02-01`: one email a workshop and day is enough. */
  day: string;
}

/** Names neither the workshop nor anybody: others may see the screen of a phone, and the dashboard shows both. */
const placeGivenBackEmail = ({ participantsUrl }: PlaceGivenBack): EmailContent => ({
  subject: 'A place was given back',
  paragraphs: [
    'Someone registered for one of your workshops with an email address that isn’t theirs. The owner of the address has told us, so the registration was cancelled and the place is free again. You don’t need to do anything.',
    { link: participantsUrl, says: 'See the participants on your dashboard' },
  ],
  because:
    'You are receiving this because you run the workshops on this site. We send this email at most once a day for each workshop.',
});

export const counsellorEmails = {
  placeGivenBack: defineEmail<PlaceGivenBack>({
    kind: 'place-given-back',
    template: placeGivenBackEmail,
    about: ({ workshop }) => `workshop:${workshop}`,
    idempotencyKey: ({ workshop, day }) => `${workshop}:${day}`,
    samples: [
      {
        to: 'counsellor@example.org',
        workshop: 'sample',
        participantsUrl: 'https://cms.example.org/admin/workshops/sample',
        day: '2027-02-01',
      },
    ],
  }),
};

/** Tells the counsellor that the owner of an address did not register for a workshop. */
export const notifyOfDisowned = async (uow: UnitOfWork, { row }: WorkshopContext, now: Date): Promise<void> => {
  const to = await counsellorAddress(uow.strapi);
  if (to === null) return;
  const participantsUrl = `${settingsOf(uow.strapi).cmsUrl}/admin/workshops/${row.documentId}`;
  const day = now.toISOString().slice(0, 10);
  await counsellorEmails.placeGivenBack.enqueue(uow, { to, workshop: row.documentId, participantsUrl, day });
};
