import type { ChangeMiddleware } from '#src/documents/change';
import { firstWords, readingMinutes } from '#src/rich-text/plain-text';

/** Reading time and first words follow the body, whoever writes it; nobody sets them by hand. */
export const countWords: ChangeMiddleware = async (change, next) => {
  const { data } = change.params;
  if (change.uid === 'api::post.post' && data !== undefined) {
    const counted =
      'body' in data ? { readingMinutes: readingMinutes(data.body), firstWords: firstWords(data.body) } : undefined;
    const written = Object.entries(data).filter(([field]) => field !== 'readingMinutes' && field !== 'firstWords');
    change.params = { ...change.params, data: { ...Object.fromEntries(written), ...counted } };
  }
  return next();
};
