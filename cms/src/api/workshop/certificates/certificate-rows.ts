import type { Core } from '@strapi/strapi';
import type { StoredInstant } from '#src/api/comment/comment-rows';
import type { Transaction } from '#src/database/transaction';

/** A certificate as its row has it: what it says, without the name. `starts` and `ends` are when the first and the last session began. */
export interface CertificateRow {
  number: string;
  name_mac: string;
  title: string;
  starts: string;
  ends: string;
  time_zone: string;
  cpd_hours: number | string;
  facilitator: string | null;
  practice: string;
  issued: StoredInstant;
}

/** The rows of certificates, inside a transaction if there is one. */
export const certificateRows = (strapi: Core.Strapi, trx?: Transaction) => {
  const rows = strapi.db.getConnection('certificates');
  return trx ? rows.transacting(trx) : rows;
};
