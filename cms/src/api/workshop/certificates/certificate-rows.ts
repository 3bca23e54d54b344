import type { StoredInstant, Timestamps } from '#src/database/stored-values';
import { tableRows } from '#src/database/unit-of-work';

/** A certificate as its row has it: what it says, without the name. `starts` and `ends` are when the first and the last session began. */
export interface CertificateRow extends Timestamps {
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
export const certificateRows = tableRows<CertificateRow>('certificates');
