import type { Core } from '@strapi/strapi';
import type { Certificate } from 'shared';
import { readMembershipWords } from '#src/api/practice/read-credentials';
import { registrationByToken } from '#src/api/workshop/registration/registration-actions';
import type { RegistrationRow } from '#src/api/workshop/registration/registration-rows';
import { hasCertificate } from '#src/api/workshop/registration/serialise-registration';
import { seatsOf } from '#src/api/workshop/seats/seat-rows';
import { hoursOf } from '#src/api/workshop/serialise-workshop';
import { loadWorkshopContext, type WorkshopContext } from '#src/api/workshop/workshop-rows';
import { inTransaction, type UnitOfWork } from '#src/database/unit-of-work';
import { ConflictError } from '#src/http/errors';
import { found } from '#src/http/request';
import { instantOf } from '#src/http/serialise';
import { servicesOf } from '#src/services';
import { settingsOf } from '#src/settings';
import { certificateNumber, type CertificateRow, certificateRows, nameMac, sameName } from './certificate-rows';
import type { CertificateFacts } from './pdf/certificate-pdf';

/** 422 in the contract: the name contains letters that the fonts of the certificate lack. */
export class UnprintableName extends Error {
  override readonly name = 'UnprintableName';
  readonly details: { letters: string[] };
  constructor(letters: readonly string[]) {
    super(`Certificates can’t show these letters: ${letters.join(' ')}`);
    this.details = { letters: [...letters] };
  }
}

/** Loads what a certificate is about. */
const attendanceOf = async (
  uow: UnitOfWork,
  token: string,
  now: Date,
): Promise<{ registration: RegistrationRow; context: WorkshopContext; cpdHours: number }> => {
  const registration = await registrationByToken(uow, token);
  const seats = found(await seatsOf(uow, registration.workshop_id));
  const context = found(await loadWorkshopContext(uow.strapi, registration.workshop_id, seats));
  const cpdHours = hoursOf(context.row.cpdHours);
  if (!hasCertificate(registration, context, now) || cpdHours === null)
    throw new ConflictError('There is no certificate for this registration.');
  return { registration, context, cpdHours };
};

/**
 * Stores what a certificate says when it is first requested, and updates it at each later request; the date of issue
 * stays. The name is not stored, only a MAC to compare another name with.
 */
const issue = (
  strapi: Core.Strapi,
  token: string,
  now: Date,
  unprintable: (name: string) => string[],
): Promise<{ number: string; facts: CertificateFacts }> =>
  inTransaction(strapi, async (uow) => {
    const { registration, context, cpdHours } = await attendanceOf(uow, token, now);
    const { row, times, practice } = context;
    const name = registration.certificate_name ?? registration.name;
    const letters = unprintable(name);
    if (letters.length > 0) throw new UnprintableName(letters);
    const keys = uow.services.linkKeys;
    const number = certificateNumber(keys, registration);
    const stored = {
      title: row.title,
      starts: times.starts,
      ends: times.sessions.at(-1)?.starts ?? times.starts,
      time_zone: row.timeZone,
      cpd_hours: cpdHours,
      facilitator: row.facilitator?.name ?? null,
      practice: practice.name,
      name_mac: nameMac(keys, number, name),
      updated_at: now,
    };
    const [saved] = await certificateRows(uow)
      .insert({ number, ...stored, issued: now, created_at: now })
      .onConflict('number')
      .merge(stored)
      .returning('*');
    const { title, starts: from, ends: to, facilitator } = stored;
    const facts = { name, title, from, to, timeZone: row.timeZone, cpdHours, facilitator, number };
    return {
      number,
      facts: {
        ...facts,
        practice: practice.name,
        membership: await readMembershipWords(strapi, now),
        address: `${settingsOf(strapi).siteUrl}/certificates/${number}`,
        issued: instantOf(found(saved ?? null).issued),
      },
    };
  });

/**
 * Returns the certificate of a registration as a PDF in base64. PDFs are not stored, but made at each request.
 * @throws NotFoundError for a wrong link; ConflictError for participants without a certificate; UnprintableName
 */
export const issueCertificate = async (
  strapi: Core.Strapi,
  token: string,
  now: Date,
): Promise<{ number: string; pdf: string }> => {
  // Loaded when somebody asks for the first one: what makes PDFs and reads fonts is a tenth of what the CMS would load.
  const { unprintable } = await import('#src/api/workshop/certificates/pdf/typefaces');
  const { certificatePdf } = await import('#src/api/workshop/certificates/pdf/certificate-pdf');
  const { number, facts } = await issue(strapi, token, now, unprintable);
  return { number, pdf: (await certificatePdf(facts)).toString('base64') };
};

const certificateOf = async (strapi: Core.Strapi, number: string): Promise<CertificateRow | null> =>
  (await certificateRows(strapi).where({ number }).first()) ?? null;

/** Returns what the certificate with this number says, without the name; null when there is none. */
export const verifyCertificate = async (strapi: Core.Strapi, number: string): Promise<Certificate | null> => {
  const row = await certificateOf(strapi, number);
  return (
    row && {
      number: row.number,
      title: row.title,
      from: row.starts,
      to: row.ends,
      timeZone: row.time_zone,
      cpdHours: Number(row.cpd_hours),
      facilitator: row.facilitator,
      practice: row.practice,
      issued: instantOf(row.issued),
    }
  );
};

/** Returns whether the certificate with this number was issued to someone of this name; null when there is none. */
export const isCertificateOf = async (strapi: Core.Strapi, number: string, name: string): Promise<boolean | null> => {
  const row = await certificateOf(strapi, number);
  return row && sameName(servicesOf(strapi).linkKeys, row.name_mac, number, name);
};
