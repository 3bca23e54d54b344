export interface Author {
  documentId: string;
  name: string;
  slug: string | null;
}

/** Who the caller says wrote it, who the source says wrote it, and who the practice says is its counsellor. */
interface NamedAuthor {
  asked: string | null;
  onPage: string | null;
  isSignIn: boolean;
  counsellor: string | null;
}

/** An author who is there already, or the name of one to add; `guess` says why, if nobody said exactly that. */
export type ChosenAuthor = ({ author: Author } | { add: string }) & { guess: string | null };

const plain = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
/** "tamsinreed3" is signed in as whoever writes as Tamsin Reed: Wix adds a number to a name that is taken. */
const withoutNumber = (name: string): string => plain(name).replace(/\p{N}+$/u, '');

const find = (authors: readonly Author[], wanted: string): Author | undefined =>
  wanted === '' ? undefined : authors.find(({ name, slug }) => plain(name) === wanted || plain(slug ?? '') === wanted);

/** Nobody was named, or only a sign-in name that fits nobody. */
function likelyAuthor(called: string, counsellor: string | null, authors: readonly Author[]): ChosenAuthor | null {
  const [only, second] = authors;
  if (only && !second) return { author: only, guess: `${called}, and ${only.name} is the only author` };
  if (counsellor === null) return null;
  const known = find(authors, plain(counsellor));
  const guess = `${called}, and ${counsellor} is the counsellor`;
  return known ? { author: known, guess } : { add: counsellor, guess };
}

/**
 * Finds the author of an imported post: by the name that the caller gave, else by the name on the page. A sign-in name
 * that fits nobody is taken for the only author there is, or for the counsellor; a real name that fits nobody is added.
 * Null if there is nobody to think of: readers should not meet a sign-in name.
 */
export function chooseAuthor(
  { asked, onPage, isSignIn, counsellor }: NamedAuthor,
  authors: readonly Author[],
): ChosenAuthor | null {
  const name = asked ?? onPage;
  if (name === null) return likelyAuthor('the page names no writer', counsellor, authors);
  const author = find(authors, plain(name));
  if (asked !== null || !isSignIn) return author ? { author, guess: null } : { add: name, guess: null };
  const owner = author ?? find(authors, withoutNumber(name));
  if (owner) return { author: owner, guess: `“${name}” sounds like ${owner.name}` };
  return likelyAuthor(`“${name}” is a sign-in name`, counsellor, authors);
}
