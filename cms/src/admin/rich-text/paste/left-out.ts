/** What can't become text, by its element: one of it, and several. */
const names: Readonly<Record<string, readonly [one: string, several: string]>> = {
  img: ['a picture', 'pictures'],
  picture: ['a picture', 'pictures'],
  svg: ['a drawing', 'drawings'],
  canvas: ['a drawing', 'drawings'],
  video: ['a video', 'videos'],
  audio: ['a sound', 'sounds'],
  iframe: ['something embedded', 'embedded parts'],
  embed: ['something embedded', 'embedded parts'],
  object: ['something embedded', 'embedded parts'],
  form: ['a form', 'forms'],
  hr: ['a dividing line', 'dividing lines'],
  table: ['a table (its text was kept)', 'tables (their text was kept)'],
  u: ['underlining', 'underlining'],
  link: ['a link that leads nowhere', 'links that lead nowhere'],
  comment: ['a comment in the margin', 'comments in the margin'],
};

/** Counts what is left out, by the names of elements. */
export class LeftOut {
  private readonly counts = new Map<string, number>();

  add(element: string): void {
    const name = names[element]?.[0];
    if (name !== undefined) this.counts.set(element, (this.counts.get(element) ?? 0) + 1);
  }

  /** Returns, for example, `['a table (its text was kept)', '2 pictures']`. */
  list(): string[] {
    return [...this.counts].map(([element, count]) => {
      const [one = element, several = element] = names[element] ?? [];
      return count === 1 || one === several ? one : `${count} ${several}`;
    });
  }
}
