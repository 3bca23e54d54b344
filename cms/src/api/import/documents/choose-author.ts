export interface Author {
  documentId: string;
  name: string;
  slug: string | null;
}

/**
 * The author's name as the caller gives it (`asked`), as the source has it, and the counsellor's as the practice has
 * it.
 */
interface NamedAuthor {
  asked: string | null;
  onPage: string | null;
  isSignIn: boolean;
  counsellor: string | null;
}

/** An existing author, or the name of one to add. `guess` is the reason for the choice when no name matched exactly. */
export type ChosenAuthor = ({ author: Author } | { add: string }) & { guess: string | null };

const plain = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
/** Removes the number that Wix adds to a sign-in name that is taken: “tamsinreed3” belongs to Tamsin Reed. */
const withoutNumber = (name: string): string => plain(name).replace(/(?<!\p{N})\p{N}+$/u, '');

const find = (authors: readonly Author[], wanted: string): Author | undefined =>
  wanted === '' ? undefined : authors.find(({ name, slug }) => plain(name) === wanted || plain(slug ?? '') === wanted);

/** Guesses the author when no name was given, or only a sign-in name that matches no author. */
function likelyAuthor(called: string, counsellor: string | null, authors: readonly Author[]): ChosenAuthor | null {
  const [only, second] = authors;
  if (only && !second) return { author: only, guess: `${called}, and ${only.name} is the only author` };
  if (counsellor === null) return null;
  const known = find(authors, plain(counsellor));
  const guess = `${called}, and ${counsellor} is the counsellor`;
  return known ? { author: known, guess } : { add: counsellor, guess };
}

/**
 * Returns the author of an imported post, by the name that the caller gave, otherwise by the name on the page. A
 * sign-in name that matches no author is taken for the only author, or for the counsellor; any other unknown name is
 * added as a new author. Returns null if there is no candidate: readers must not see a sign-in name.
 */
export function chooseAuthor(
  { asked, onPage, isSignIn, counsellor }: NamedAuthor,
  authors: readonly Author[],
): ChosenAuthor | null {
  const name = asked ?? onPage;
  if (name === null) return likelyAuthor('the page doesn’t name its author', counsellor, authors);
  const author = find(authors, plain(name));
  if (asked !== null || !isSignIn) return author ? { author, guess: null } : { add: name, guess: null };
  const owner = author ?? find(authors, withoutNumber(name));
  if (owner) return { author: owner, guess: `“${name}” sounds like ${owner.name}` };
  return likelyAuthor(`“${name}” is a sign-in name`, counsellor, authors);
}
