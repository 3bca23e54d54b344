import { menuWords } from '../menu';
import { choiceWords } from './choices';
import { contentWords } from './content';
import { pictureWords } from './pictures';
import { shellWords } from './shell';

/**
 * Replaces Strapi's labels, by its translation keys, where they speak of Strapi itself or where a counsellor would not
 * know the word. A test reads all of Strapi's English and fails for a technical word that is left.
 */
export const words: Record<string, string> = {
  ...shellWords,
  ...menuWords,
  ...choiceWords,
  ...contentWords,
  ...pictureWords,
};
