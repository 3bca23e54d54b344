import type { Core } from '@strapi/strapi';

/** Strapi's own encryption (AES-256-GCM under ENCRYPTION_KEY); null if the key is missing or another one. */
interface EncryptionService {
  encrypt(value: string): string | null;
  decrypt(value: string): string | null;
}

const encryptionOf = (strapi: Core.Strapi): EncryptionService =>
  strapi.service('admin::encryption') as unknown as EncryptionService;

/**
 * Returns a secret as it may be stored.
 * @throws Error without ENCRYPTION_KEY
 */
export const encryptSecret = (strapi: Core.Strapi, secret: string): string => {
  const encrypted = encryptionOf(strapi).encrypt(secret);
  if (encrypted === null) throw new Error('ENCRYPTION_KEY is missing, so no secret can be stored.');
  return encrypted;
};

/** Returns a secret that was stored; null if ENCRYPTION_KEY was another one then. */
export const decryptSecret = (strapi: Core.Strapi, stored: string): string | null =>
  encryptionOf(strapi).decrypt(stored);
