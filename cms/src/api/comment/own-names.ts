import type { Core } from '@strapi/strapi';
import type { SignedAs } from 'shared';
import { practiceOfComments } from '#src/api/practice/practice-of-comments';
import type { CommentRow } from './comment-rows';
import { type OwnNames, signedAs } from './domain/signed-as';

/** Returns the names that readers could take for the site's own. Joins the transaction that is open. */
export const readOwnNames = async (strapi: Core.Strapi): Promise<OwnNames> => {
  const { counsellor, name: practice } = await practiceOfComments(strapi);
  return { counsellor, practice };
};

/** Returns whose name a comment is signed with, if it is not its writer's; null for the counsellor's own replies. */
export const signedAsOf = (
  { from_counsellor, name }: Pick<CommentRow, 'from_counsellor' | 'name'>,
  names: OwnNames,
): SignedAs | null => (from_counsellor ? null : signedAs(name, names));

/** The same, with the names as they are now: what was harmless before may not be after the practice has a new name. */
export const readSignedAs = async (
  strapi: Core.Strapi,
  row: Pick<CommentRow, 'from_counsellor' | 'name'>,
): Promise<SignedAs | null> => signedAsOf(row, await readOwnNames(strapi));
