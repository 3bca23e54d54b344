import type { Core } from '@strapi/strapi';
import { hasCertificate } from '#src/api/workshop/registration/private-registration';
import { registrationByToken } from '#src/api/workshop/registration/registration-actions';
import { seatsOf } from '#src/api/workshop/seats/seat-rows';
import { hoursOf } from '#src/api/workshop/serialise-workshop';
import { loadWorkshopContext } from '#src/api/workshop/workshop-context';
import { inTransaction } from '#src/database/unit-of-work';
import { ConflictError } from '#src/http/errors';
import { found } from '#src/http/request';
import { instantOf } from '#src/http/serialise';
import { servicesOf } from '#src/services';
import { settingsOf } from '#src/settings';
import { certificateNumber, certificateRows, nameMac } from './certificate-rows';
import { type CertificateFacts, certificatePdf } from './pdf/certificate-pdf';
import { unprintable } from './pdf/typefaces';

/** 422 in the contract: the name has letters that our type lacks. */
export class UnprintableName extends Error {
  override readonly name = 'UnprintableName';
  readonly details: { letters: string[] };
  constructor(letters: readonly string[]) {
    super(`Our certificates can’t be printed with these letters: ${letters.join(' ')}`);
    this.details = { letters: [...letters] };
  }
}

interface Issued {
  number: string;
  facts: CertificateFacts;
}

/**
 * Writes down what a certificate says, the first time that it is asked for, and again with another name; when it was
 * issued stays. The name itself is not kept, only what another one can be compared with.
 */
const issue = (strapi: Core.Strapi, token: string, now: Date): Promise<Issued> =>
  inTransaction(strapi, async (uow) => {
    const registration = await registrationByToken(uow, token);
    const context = found(
      await loadWorkshopContext(strapi, registration.workshop_id, found(await seatsOf(uow, registration.workshop_id))),
    );
    const { row, times, practice } = context;
    const cpdHours = hoursOf(row.cpdHours);
    if (!hasCertificate(registration, context, now) || cpdHours === null)
      throw new ConflictError('There is no certificate to be had.');
    const name = registration.certificate_name ?? registration.name;
    const letters = unprintable(name);
    if (letters.length > 0) throw new UnprintableName(letters);
    const keys = servicesOf(strapi).linkKeys;
    const number = certificateNumber(keys, registration.id);
    const said = {
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
    const [made] = await certificateRows(uow)
      .insert({ number, ...said, issued: now, created_at: now })
      .onConflict('number')
      .merge(said)
      .returning('*');
    const address = `${settingsOf(strapi).siteUrl}/certificates/${number}`;
    return {
      number,
      facts: {
        name,
        title: row.title,
        from: said.starts,
        to: said.ends,
        timeZone: row.timeZone,
        cpdHours,
        facilitator: said.facilitator,
        practice: practice.name,
        accreditation: practice.accreditation,
        number,
        address,
        issued: instantOf(found(made ?? null).issued),
      },
    };
  });

/**
 * The certificate of a registration as PDF, in base64, made when it is asked for.
 *
 * @throws NotFoundError for a wrong link; ConflictError when there is none to be had; UnprintableName
 */
export const issueCertificate = async (
  strapi: Core.Strapi,
  token: string,
  now: Date,
): Promise<{ number: string; pdf: string }> => {
  const { number, facts } = await issue(strapi, token, now);
  return { number, pdf: (await certificatePdf(facts)).toString('base64') };
};
