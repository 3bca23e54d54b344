import type { Core } from '@strapi/strapi';
import { giveSlug } from '../addresses/document-middlewares/give-slug';
import { keepOldAddresses } from '../addresses/document-middlewares/keep-old-addresses';
import { tidyOldAddresses } from '../addresses/document-middlewares/tidy-old-addresses';
import { countWords } from '../api/post/document-middlewares/count-words';
import { giveAuthor } from '../api/post/document-middlewares/give-author';
import { setDates } from '../api/post/document-middlewares/set-dates';
import { checkPractice } from '../api/practice/document-middlewares/check-practice';
import { keepPlaces } from '../api/workshop/document-middlewares/keep-places';
import { keepTimes } from '../api/workshop/document-middlewares/keep-times';
import { countChanges } from '../revisions/document-middlewares/count-changes';
import { onChange } from './change';
import { checkBeforePublishing } from './document-middlewares/check-before-publishing';
import { oneWriter } from './document-middlewares/one-writer';
import { publishThroughOneDoor } from './document-middlewares/publish-through-one-door';
import { startCopiesAfresh } from './document-middlewares/start-copies-afresh';

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
