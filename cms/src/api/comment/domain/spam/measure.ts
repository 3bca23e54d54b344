/** What is known of a comment when it arrives. Nothing here is about who sent it or from where. */
export interface Submission {
  name: string;
  text: string;
  email: string | null;
  /** A field that people don't see was filled in. */
  honeypot: boolean;
  /** The age of the form's stamp in seconds; null if it was missing or not ours. */
  formTokenAgeSeconds: number | null;
  /** How many others with the same fingerprint were sent in the last days. */
  sameBefore: number;
}

/**
 * What one measure found. `because` is a sentence that the counsellor reads; from `spamWeight` on, a sum means spam.
 */
export interface Suspicion {
  rule: string;
  weight: number;
  because: string;
}

/** A measure looks at one thing and says what it found, or null. */
export type Measure = (submission: Submission, practice: { wordList: readonly string[] }) => Suspicion | null;
