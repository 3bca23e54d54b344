import type { ChangeMiddleware } from '#src/documents/change';
import { type FieldError, throwIfInvalid } from '#src/documents/validation-errors';
import { pathFromTyped } from './redirects';
import { isAddressed } from './slugged-types';

interface Entry {
  id?: number;
  path?: string | null;
}

/** Old addresses may be typed in as they are copied from a browser; only their paths are kept. */
export const normaliseRedirects: ChangeMiddleware = async (change, next) => {
  const entries = change.params.data?.redirects;
  if (isAddressed(change.uid) && Array.isArray(entries)) {
    const problems: FieldError[] = [];
    const tidy = (entries as Entry[]).map((entry, index) => {
      const path = pathFromTyped(entry.path ?? '');
      if (path === null)
        problems.push({
          field: `redirects.${index}.path`,
          message: 'An old address looks like this: /post/its-name',
        });
      return { ...entry, path };
    });
    throwIfInvalid(problems);
    change.params = { ...change.params, data: { ...change.params.data, redirects: tidy } };
  }
  return next();
};
