import { describe, expect, it } from 'vitest';
import { contentSecurityPolicy, securityHeaders } from './security-headers';

const asObject = (flat: readonly string[]) =>
  Object.fromEntries(flat.flatMap((name, at) => (at % 2 === 0 ? [[name, flat[at + 1]]] : [])));

const csp =
  "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; " +
  "manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
const common = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
  'cross-origin-resource-policy': 'same-origin',
};

describe('the security headers', () => {
  it('are exactly these where the site is http', () => {
    expect(asObject(securityHeaders(false))).toEqual({ 'content-security-policy': csp, ...common });
  });

  it('hold browsers to https where the site is https', () => {
    expect(asObject(securityHeaders(true))).toEqual({
      'content-security-policy': `${csp}; upgrade-insecure-requests`,
      ...common,
      'strict-transport-security': 'max-age=63072000',
    });
  });

  it('let a page have the one style element that it was made with', () => {
    // printf 'p{color:red}' | openssl dgst -sha256 -binary | base64
    const source = "'sha256-p0bF+un5yUb9MBO6xRb8kPHlY2BdpHVtLiFkDrZPF64='";
    expect(contentSecurityPolicy(false, 'p{color:red}')).toBe(
      csp.replace("style-src 'self'", `style-src 'self' ${source}`),
    );
  });
});
