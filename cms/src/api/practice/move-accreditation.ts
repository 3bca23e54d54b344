import type { Core } from '@strapi/strapi';

interface Stored {
  documentId: string;
  accreditation: string | null;
  accreditationUrl: string | null;
  credentials: unknown[];
}

const isSecure = (url: string | null): boolean =>
  url !== null && URL.canParse(url) && new URL(url).protocol === 'https:';

/**
 * Makes a credential of the accreditation that practices had in one text before there were credentials. It has no day
 * of renewal: the dashboard asks for it. The old text is emptied, so that it can't come back once the credential has
 * lapsed or was deleted.
 *
 * @returns whether something was moved now
 */
export const moveAccreditation = async (strapi: Core.Strapi): Promise<boolean> => {
  const row = (await strapi.db.query('api::practice.practice').findOne({
    select: ['documentId', 'accreditation', 'accreditationUrl'],
    populate: { credentials: true },
  })) as Stored | null;
  const title = row?.accreditation?.trim() ?? '';
  if (row === null || title === '') return false;
  const url = isSecure(row.accreditationUrl) ? row.accreditationUrl : null;
  const practices = strapi.documents('api::practice.practice');
  await practices.update({
    documentId: row.documentId,
    data: {
      credentials: [{ kind: 'membership', title, url }, ...row.credentials],
      accreditation: null,
      accreditationUrl: null,
    },
  } as unknown as Parameters<typeof practices.update>[0]);
  return true;
};
