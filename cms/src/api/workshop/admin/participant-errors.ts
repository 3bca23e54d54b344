/** A participant as typed into the form. */
export interface TypedParticipant {
  name: string;
  email: string;
  /** A price's number. */
  price: number | null;
  accessNeeds: string;
}

/** The error messages by field, each saying how to fix it. */
export type ParticipantErrors = Partial<Record<keyof TypedParticipant, string>>;

const limits = { name: 100, email: 254, accessNeeds: 1_000 } as const;

const length = (text: string): number => [...text.trim()].length;

const tooLong = (text: string, field: keyof typeof limits): string | undefined =>
  length(text) > limits[field] ? `That is ${length(text)} characters; ${limits[field]} is the most.` : undefined;

const nameProblem = (name: string): string | undefined =>
  length(name) === 0 ? 'Write their name.' : tooLong(name, 'name');

const emailProblem = (email: string): string | undefined => {
  if (length(email) === 0) return 'Write their email address.';
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email.trim())
    ? tooLong(email, 'email')
    : 'This doesn’t look like an email address, such as robin@example.org.';
};

/** Checks the form before it is sent; the API validates everything again. */
export const participantErrors = (
  { name, email, price, accessNeeds: needs }: TypedParticipant,
  hasPrices: boolean,
): ParticipantErrors => {
  const all: [keyof TypedParticipant, string | undefined][] = [
    ['name', nameProblem(name)],
    ['email', emailProblem(email)],
    ['price', hasPrices && price === null ? 'Choose what they pay.' : undefined],
    ['accessNeeds', tooLong(needs, 'accessNeeds')],
  ];
  return Object.fromEntries(all.filter(([, problem]) => problem !== undefined));
};
