export interface Author {
  documentId: string;
  name: string;
  slug: string | null;
}

/** Who the caller says wrote it, who the source says wrote it, and who the practice says is its counsellor. */
export interface NamedAuthor {
  asked: string | null;
  onPage: string | null;
  isSignIn: boolean;
  counsellor: string | null;
}

/** An author who is there already, or the name of one to add; `guess` says why, if nobody said exactly that. */
export type ChosenAuthor = ({ author: Author } | { add: string }) & { guess: string | null };

/** "alisonhuckle3", "Alison Huckle" and "alison-huckle" are one. */
const letters = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}]/gu, '');

const find = (authors: readonly Author[], name: string): Author | undefined =>
  letters(name) === '' ? undefined : authors.find((author) => [author.name, author.slug ?? ''].map(letters).includes(letters(name)));

/** An author by that very name needs no explanation; one who only sounds like a sign-in name does. */
const chosen = (author: Author, name: string, exact: boolean): ChosenAuthor => ({
  author,
  guess: exact ? null : `“${name}” sounds like ${author.name}`,
});

/** Nobody was named, or only a sign-in name that fits nobody. */
function likelyAuthor(called: string, counsellor: string | null, authors: readonly Author[]): ChosenAuthor | null {
  const [only, second] = authors;
  if (only && !second) return { author: only, guess: `${called}, and ${only.name} is the only author` };
  if (counsellor === null) return null;
  const known = find(authors, counsellor);
  const guess = `${called}, and ${counsellor} is the counsellor`;
  return known ? { author: known, guess } : { add: counsellor, guess };
}

/**
 * Finds the author of an imported post: by the name that the caller gave, else by the name on the page. A sign-in name
 * that fits nobody is taken for the only author there is, or for the counsellor; a real name that fits nobody is added.
 */
export function chooseAuthor({ asked, onPage, isSignIn, counsellor }: NamedAuthor, authors: readonly Author[]): ChosenAuthor | null {
  const name = asked ?? onPage;
  if (name === null) return likelyAuthor('The page names no writer', counsellor, authors);
  const exact = asked !== null || !isSignIn;
  const author = find(authors, name);
  if (author) return chosen(author, name, exact);
  if (exact) return { add: name, guess: null };
  return likelyAuthor(`“${name}” is a sign-in name`, counsellor, authors) ?? { add: name, guess: `“${name}” is a sign-in name that fits nobody` };
}
