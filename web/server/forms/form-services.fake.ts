import type { FormServices } from './form-services';
import type { FormToken } from './form-token';

/** Form services for unit tests: every token but an empty one is valid, and what was sealed can be read. */
export const fakeFormServices = (given: { token?: FormToken; retryAfter?: number } = {}): FormServices => ({
  network: 'n'.repeat(22),
  createToken: () => 'fresh',
  verifyToken: (_form, token) =>
    given.token ?? (token === '' ? { state: 'missing' } : { state: 'valid', nonce: 'n'.repeat(22) }),
  seal: (value) => `sealed-${JSON.stringify(value)}`,
  unseal: (sealed) => ({ state: 'open', value: JSON.parse(sealed.slice('sealed-'.length)) as unknown }),
  consume: () => given.retryAfter ?? 0,
});
