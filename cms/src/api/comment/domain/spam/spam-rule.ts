/** What is known of a comment when it arrives. Nothing here is about who sent it or from where. */
export interface Submission {
  name: string;
  text: string;
  /** Whether the form field that people don't see was filled in. */
  honeypot: boolean;
  /** How many others with the same fingerprint were sent in the past week. */
  sameBefore: number;
}

/** What one rule found. */
export interface SpamFinding {
  rule: string;
  /** Points; from `spamWeight` on, their sum means spam. */
  weight: number;
  /** A sentence that the counsellor reads. */
  reason: string;
}

/** Looks at one thing and returns what it found, or null. */
export type SpamRule = (submission: Submission, practice: { wordList: readonly string[] }) => SpamFinding | null;
