import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { minPasswordCharacters, passwordAdvice, passwordNeeds } from 'shared';

/** bcrypt ignores what comes after them. */
const maxBytes = 72;
/** Of 0 to 4: below it, a password is guessed within 10¹⁰ attempts, for example two names and a year. */
const minScore = 4;

/** Words that are no secret on this site: what it is, and what is done there. */
const wellKnown = [
  'quiet room',
  'quietroom',
  'counsellor',
  'counselor',
  'counselling',
  'counseling',
  'psychotherapist',
  'psychotherapy',
  'psychologist',
  'psychology',
  'therapist',
  'therapy',
  'practice',
  'workshops',
  'workshop',
  'website',
  'webteam',
  'web team',
  'dashboard',
  'administrator',
  'admin',
  'emergency',
  'password',
  'strapi',
];

/** As many letters of something else have to be left when what everybody knows is taken away. */
const minOwnLetters = 4;

/**
 * Returns the estimator with its list of 49,000 common passwords. It takes a tenth of a second and 8 MB, so it is loaded
 * when the first password is chosen. Lists of English words and names would take 70 MB and refuse no more of the tests'
 * passwords.
 */
const loadEstimator = async (): Promise<ZxcvbnFactory> => {
  const common = await import('@zxcvbn-ts/language-common');
  return new ZxcvbnFactory({ dictionary: common.dictionary, graphs: common.adjacencyGraphs });
};

let estimator: Promise<ZxcvbnFactory> | undefined;

const tooSimple = (password: string): string | null => {
  if ([...password].length < minPasswordCharacters) return passwordNeeds;
  if (Buffer.byteLength(password) > maxBytes) return `A password can have ${maxBytes} characters at most.`;
  if (!/[a-z]/.test(password) || !/[A-Z]/.test(password) || !/\d/.test(password)) return passwordNeeds;
  return null;
};

const plain = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^\p{L}]+/gu, '');

/** Returns whether a password consists of words that everybody knows, whatever numbers and signs are between them. */
const isOnlyKnown = (password: string, known: readonly string[]): boolean => {
  const words = known.map(plain).filter((word) => word.length > 2);
  const rest = words
    .sort((a, b) => b.length - a.length)
    .reduce((left, word) => left.replaceAll(word, ' '), plain(password));
  return rest.replaceAll(' ', '').length < minOwnLetters;
};

/**
 * Returns what is wrong with a new password, as a sentence that says what to do instead; null if it may be used.
 *
 * @param personal the owner's name and address and the practice's, which others would try first
 * @see NIST SP 800-63B, section 3.1.1.2: length, and comparison with a list of common passwords
 */
export const passwordProblem = async (password: string, personal: readonly string[] = []): Promise<string | null> => {
  const problem = tooSimple(password);
  if (problem !== null) return problem;
  estimator ??= loadEstimator();
  const known = [...wellKnown, ...personal.flatMap((part) => [part, ...part.split(/[^\p{L}\p{N}]+/u)])];
  const easy = `This password is too easy to guess. ${passwordAdvice}`;
  if (isOnlyKnown(password, known)) return easy;
  const { score } = (await estimator).check(
    password,
    known.filter((part) => part.length > 2),
  );
  return score < minScore ? easy : null;
};
