import type { Core } from '@strapi/strapi';
import { featuresOf } from '#src/feature';
import type { EmailRow } from './outbox/outbox';

/** Stands in a queued email for the secret of its link. */
export const secretInLink = 'made-when-it-is-sent';

/** Returns a queued email with its secret; null if it is no longer wanted. */
export const withSecret = async (strapi: Core.Strapi, row: EmailRow): Promise<EmailRow | null> => {
  const kinds = featuresOf(strapi).flatMap(({ emails = [] }) => emails);
  const makeSecret = kinds.find(({ kind }) => kind === row.kind)?.secret;
  if (makeSecret === undefined) return row;
  const { to, message_id: messageId, expires_at: expiresAt } = row;
  const secret = await makeSecret(strapi, {
    to,
    messageId,
    expiresAt: expiresAt === null ? null : new Date(expiresAt),
  });
  if (secret === null) return null;
  const complete = (text: string | null): string | null => text?.replaceAll(secretInLink, secret) ?? null;
  return { ...row, text: complete(row.text), html: complete(row.html) };
};
