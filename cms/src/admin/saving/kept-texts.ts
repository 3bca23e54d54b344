import { z } from 'zod';
import { placesInBrowser, readFromBrowser } from '#src/admin/components/kept-in-browser';
import { draftExcerpt, firstWords } from './draft-words';

/** What the forms of this project's own are for, by what their places begin with. */
const ownForms: Readonly<Record<string, string>> = {
  reply: 'a reply to a comment',
  email: 'an email to participants',
  cancellation: 'a message about a cancelled workshop',
  hold: 'a reason to keep a comment',
};

const contentPlace = /^form:\d+:api::[\w-]+\.([\w-]+):([^:]+):/;
const ownPlace = /^text:\w+:([\w-]+)/;

const draft = z.object({ fields: z.record(z.string(), z.unknown()) });
const unsent = z.object({ typed: z.record(z.string(), z.string().nullable()) });

const inQuotation = (excerpt: string | null): string => (excerpt === null ? '' : `: “${excerpt}”`);

const contentLabel = (kind: string, id: string): string =>
  kind === 'practice' ? 'your practice' : `${id === 'new' ? 'a new' : kind === 'author' ? 'an' : 'a'} ${kind}`;

/** Returns what is kept in a place in words, such as `a new post: “A harbour”`. */
const keptLabel = (place: string): string => {
  const kept = readFromBrowser(place);
  const [, kind, id = ''] = contentPlace.exec(place) ?? [];
  if (kind !== undefined) {
    const { data } = draft.safeParse(kept);
    const excerpt = data && (draftExcerpt(data, 'title') ?? draftExcerpt(data, 'name'));
    return contentLabel(kind, id) + inQuotation(excerpt ?? null);
  }
  const { data } = unsent.safeParse(kept);
  const words = Object.values(data?.typed ?? {}).find((text) => text !== null && text.trim() !== '') ?? null;
  return (ownForms[ownPlace.exec(place)?.[1] ?? ''] ?? 'a text') + inQuotation(words && firstWords(words));
};

/** Returns all texts that this browser keeps because they were not saved or sent, in words. */
export const keptTexts = (): string[] => placesInBrowser('').map(keptLabel);
