import type { Fee, Fees, LegalDetails, Practice } from 'shared';
import { textOrNull } from '#src/text/text-or-null';

const penceOf = (pounds: number | string): number => Math.round(Number(pounds) * 100);

/** A line of the fees as it is stored: amounts in pounds, which PostgreSQL's driver hands over as text. */
interface StoredFee {
  label: string;
  amount: number | string;
  concession?: number | string | null;
  note?: string | null;
}

/** A concession that is no lower than the fee is none. */
const feeOf = ({ label, amount, concession, note }: StoredFee): Fee => {
  const pence = penceOf(amount);
  const concessionPence = penceOf(concession ?? amount);
  return {
    label: label.trim(),
    pence,
    concessionPence: concessionPence < pence ? concessionPence : null,
    note: textOrNull(note),
  };
};

/** What the practice says about itself, as it is stored; nothing is stored before it was saved once. */
export interface StoredFacts {
  fees?: StoredFee[] | null;
  feesCancellation?: string | null;
  feesPayment?: string | null;
  legalName?: string | null;
  serviceAddress?: string | null;
  complaints?: string | null;
  complaintsUrl?: string | null;
}

/** Returns what readers may know of the fees. */
export const feesOf = ({ fees, feesCancellation, feesPayment }: StoredFacts): Fees => ({
  lines: (fees ?? []).map(feeOf),
  cancellation: textOrNull(feesCancellation),
  payment: textOrNull(feesPayment),
});

/** Returns who is behind the site. */
export const legalDetailsOf = ({
  legalName,
  serviceAddress,
  complaints,
  complaintsUrl,
}: StoredFacts): LegalDetails => ({
  name: textOrNull(legalName),
  address: textOrNull(serviceAddress),
  complaints: textOrNull(complaints),
  complaintsUrl: textOrNull(complaintsUrl),
});

/** Where the counsellor works, as it is stored, and how much of it she wants to be shown; nothing chosen: the town. */
export interface StoredLocation {
  showsLocation?: string | null;
  address?: string | null;
  area?: string | null;
}

/** Returns what may be shown of where the counsellor works, besides the town: many of them work at home. */
export const locationOf = ({ showsLocation, address, area }: StoredLocation): Pick<Practice, 'address' | 'area'> => {
  const showsAddress = showsLocation === 'The full address';
  return {
    address: showsAddress ? textOrNull(address) : null,
    area: showsAddress || showsLocation === 'The part of town' ? textOrNull(area) : null,
  };
};
