import type { Core } from '@strapi/strapi';
import { countWords } from '#src/api/post/documents/count-words';
import { giveAuthor } from '#src/api/post/documents/give-author';
import { setDates } from '#src/api/post/documents/set-dates';
import { checkPractice } from '#src/api/practice/documents/check-practice';
import { keepPlaces } from '#src/api/workshop/documents/keep-seats';
import { keepTimes } from '#src/api/workshop/documents/keep-times';
import { countChanges } from '#src/cache-tags/count-changes';
import { giveSlug } from '#src/slugs/give-slug';
import { keepOldAddresses } from '#src/slugs/keep-redirects';
import { tidyOldAddresses } from '#src/slugs/normalise-redirects';
import { onChange } from './change';
import { checkBeforePublishing } from './check-before-publishing';
import { publishThroughOneDoor } from './publish-action';
import { startCopiesAfresh } from './reset-copies';
import { oneWriter } from './single-writer';

/** What happens whenever content changes, from the outside in: each rule sees what the ones above it made of the change. */
export const keepRules = (strapi: Core.Strapi, tellSite: () => void): void => {
  onChange(strapi, oneWriter(strapi));
  onChange(strapi, publishThroughOneDoor(strapi));
  onChange(strapi, startCopiesAfresh(strapi));
  onChange(
    strapi,
    checkPractice(strapi, () => new Date()),
  );
  onChange(strapi, giveAuthor(strapi));
  onChange(strapi, countWords);
  onChange(strapi, tidyOldAddresses);
  onChange(strapi, giveSlug(strapi));
  onChange(strapi, checkBeforePublishing(strapi));
  onChange(
    strapi,
    setDates(strapi, () => new Date()),
  );
  onChange(strapi, keepOldAddresses(strapi));
  onChange(strapi, countChanges(strapi, tellSite));
  // Inside the counting: places are locked before the numbers are, as every act upon a place does.
  onChange(
    strapi,
    keepPlaces(strapi, () => new Date()),
  );
  onChange(strapi, keepTimes(strapi));
};
