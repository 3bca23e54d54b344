import type { Core } from '@strapi/strapi';
import type { Certificate } from 'shared';
import { instantOf } from '#src/http/serialise';
import { servicesOf } from '#src/services';
import { type CertificateRow, certificateRows, sameName } from './certificate-rows';

const rowOf = async (strapi: Core.Strapi, number: string): Promise<CertificateRow | null> =>
  (await certificateRows(strapi).where({ number }).first()) ?? null;

/** What the certificate of that number says, without the name; null when there is none. */
export const certificateOf = async (strapi: Core.Strapi, number: string): Promise<Certificate | null> => {
  const row = await rowOf(strapi, number);
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

/** Whether it was given to somebody of that name; null when there is none of that number. */
export const isGivenTo = async (strapi: Core.Strapi, number: string, name: string): Promise<boolean | null> => {
  const row = await rowOf(strapi, number);
  return row && sameName(servicesOf(strapi).linkKeys, row.name_mac, number, name);
};
