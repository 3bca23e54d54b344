import { type EnquiryKind, mailboxKey } from 'shared';
import { promisedDay } from '#src/api/enquiry/contact-page';
import { dueDay, isPromised } from '#src/api/enquiry/domain/duties';
import { insertEnquiry } from '#src/api/enquiry/enquiry-rows';
import { practiceOfContact } from '#src/api/practice/practice-of-contact';
import type { UnitOfWork } from '#src/database/unit-of-work';
import { newRowSecret } from '#src/security/row-identity';
import { dayAt } from '#src/time/days';

interface DemoEnquiry {
  kind: EnquiryKind;
  name: string | null;
  email: string | null;
  phone: string | null;
  goodTimes: string | null;
  text: string | null;
  /** How many hours ago it arrived. */
  hoursAgo: number;
}

const base = { name: null, email: null, phone: null, goodTimes: null, text: null } as const;

const demoEnquiries: readonly DemoEnquiry[] = [
  {
    ...base,
    kind: 'enquiry',
    name: 'Tom',
    email: 'tom.aldous@example.org',
    text: 'I’ve never done this before and I’m not sure what to write. My sister said it helped her to talk to someone after our mum died. Do you have any evenings?',
    hoursAgo: 30,
  },
  {
    ...base,
    kind: 'enquiry',
    phone: '0113 496 0177',
    goodTimes: 'Weekdays between twelve and one, in my lunch break',
    hoursAgo: 6,
  },
  { ...base, kind: 'space', name: 'Ines', email: 'ines.marlowe@example.org', hoursAgo: 200 },
];

const hourMs = 3_600_000;

/** Inserts the demo messages of the contact form, in the transaction of the other demo content. No email is sent. */
export const seedDemoEnquiries = async (uow: UnitOfWork, now: Date): Promise<void> => {
  const practice = await practiceOfContact(uow.strapi);
  for (const { kind, name, email, phone, goodTimes, text, hoursAgo } of demoEnquiries) {
    const sentAt = new Date(now.getTime() - hoursAgo * hourMs);
    await insertEnquiry(uow, {
      kind,
      name,
      channel: phone === null ? 'email' : 'phone',
      email,
      email_key: email === null ? null : mailboxKey(email),
      phone,
      may_leave_message: false,
      good_times: goodTimes,
      workshop_id: null,
      workshop_title: null,
      text,
      is_spam: false,
      spam_reasons: JSON.stringify([]),
      care_kind: null,
      care_urgent: false,
      care_reasons: JSON.stringify(null),
      reply_by: isPromised(kind) ? promisedDay(practice, sentAt) : null,
      due_on: dueDay(kind, dayAt(sentAt.toISOString(), practice.timeZone), practice.times.bankHolidays),
      nonce: newRowSecret(),
      content_mac: newRowSecret(),
      sent_at: sentAt,
    });
  }
};
