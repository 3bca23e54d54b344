import type { Core } from '@strapi/strapi';
import { mailboxKey, priceWords, type StoredRegistration } from 'shared';
import { deleteEmails, findEmails } from '#src/api/email/personal-data';
import { inReadTransaction, type UnitOfWork } from '#src/database/unit-of-work';
import { instantOf, instantOrNull } from '#src/http/serialise';
import type { ErasedParts, PersonalData } from '#src/personal-data';
import { revokeCertificate } from './certificates/certificate-rows';
import {
  aboutRegistration,
  registrationOf,
  type RegistrationRow,
  registrationRows,
  type StoredState,
} from './registration/registration-rows';
import { offerFreeSeats, releaseSeat } from './seats/offers';
import { inSeatTransaction, seatsOf, withLockedSeats } from './seats/seat-rows';
import { findWorkshop, loadWorkshopContext } from './workshop-rows';

const registrationsOf = async (uow: UnitOfWork, address: string): Promise<RegistrationRow[]> =>
  await registrationRows(uow)
    .where({ email_key: mailboxKey(address) })
    .orderBy(['sent', 'id'])
    .select('*');

/** A decoy only means that someone entered the address again, so it is shown as pending or cancelled. */
const stateShown = (state: StoredState): StoredRegistration['state'] => {
  if (state === 'decoy') return 'pending';
  return state === 'cancelled_decoy' ? 'cancelled' : state;
};

const titleOf = async (uow: UnitOfWork, workshop: string): Promise<string> => {
  const seats = await seatsOf(uow, workshop);
  return (await findWorkshop(uow.strapi, workshop, seats?.published_as ?? null))?.title ?? '';
};

const toStoredRegistration = async (uow: UnitOfWork, row: RegistrationRow): Promise<StoredRegistration> => ({
  number: row.id,
  workshop: await titleOf(uow, row.workshop_id),
  state: stateShown(row.state),
  name: row.name,
  certificateName: row.certificate_name,
  email: row.email,
  accessNeeds: row.access_needs,
  price: row.price_pence === null ? null : `${row.price_label ?? ''} ${priceWords(row.price_pence)}`.trim(),
  paidAt: instantOrNull(row.paid_at),
  attended: row.attended === null ? null : Boolean(row.attended),
  registeredAt: instantOf(row.sent),
  emails: await findEmails(uow, { about: [aboutRegistration(row)] }),
});

const nothingErased: ErasedParts = { emails: [], addresses: [] };

/** Deletes a registration with its emails and certificate, and offers a seat that becomes free to the waitlist. */
const eraseRegistration = async (
  strapi: Core.Strapi,
  { id, workshop_id }: RegistrationRow,
  now: Date,
): Promise<ErasedParts> =>
  inSeatTransaction(strapi, async (uow) => {
    const erased = await withLockedSeats(uow, workshop_id, async (seats) => {
      const row = await registrationOf(uow, id);
      if (row === null) return nothingErased;
      const emails = await deleteEmails(uow, { about: [aboutRegistration(row)] });
      await revokeCertificate(uow, row);
      await registrationRows(uow).where({ id }).delete();
      await releaseSeat(uow, row);
      const context = await loadWorkshopContext(strapi, workshop_id, seats);
      if (context) await offerFreeSeats(uow, context, now);
      return { registrations: 1, emails, addresses: [row.email] };
    });
    return erased ?? nothingErased;
  });

/** Registrations with the emails about them, and certificates. */
export const workshopsPersonalData: PersonalData = {
  tables: ['registrations', 'certificates'],
  addresses: async (uow) => (await registrationRows(uow).select('email')).map(({ email }) => email),
  find: async (uow, address) => {
    const registrations: StoredRegistration[] = [];
    for (const row of await registrationsOf(uow, address)) registrations.push(await toStoredRegistration(uow, row));
    return { registrations };
  },
  erase: async (strapi, address, now) => {
    const rows = await inReadTransaction(strapi, (uow) => registrationsOf(uow, address));
    const erased: ErasedParts[] = [];
    for (const row of rows) erased.push(await eraseRegistration(strapi, row, now));
    return {
      registrations: erased.reduce((sum, { registrations = 0 }) => sum + registrations, 0),
      emails: erased.flatMap(({ emails }) => emails),
      addresses: erased.flatMap(({ addresses }) => addresses),
    };
  },
};
