import { createHash } from 'node:crypto';

/** Returns the source by which a policy allows a style element with that text. */
const styleSource = (css: string): string => ` 'sha256-${createHash('sha256').update(css).digest('base64')}'`;

/**
 * Returns the content security policy: pages load nothing but the site's own files, contain no inline script and at
 * most one style sheet, stand in no frame, and send forms only to the site itself.
 * @param https whether browsers are told to use https only
 * @param styles the text of the style element in the page, if it has one
 * @see https://developer.mozilla.org/docs/Web/HTTP/Guides/CSP
 */
export const contentSecurityPolicy = (https: boolean, styles = ''): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "connect-src 'self'",
    `style-src 'self'${styles === '' ? '' : styleSource(styles)}`,
    "img-src 'self'",
    "font-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    ...(https ? ['upgrade-insecure-requests'] : []),
  ].join('; ');

const disabledFeatures = ['camera', 'microphone', 'geolocation', 'payment', 'usb', 'browsing-topics'];

/**
 * Returns the headers of every response, names and values in turn. The referrer policy is `same-origin`: other sites do
 * not learn where a reader came from, while the site's own forms still see that they were sent from here.
 *
 * Only pages with a secret URL have an opener policy (`path-rules.ts`): browsers start another process for it, which
 * delays the first paint on a phone by a fifth, and public pages are the same for everyone.
 * @param https whether browsers are told to use https only
 */
export function securityHeaders(https: boolean): readonly string[] {
  return [
    'content-security-policy',
    contentSecurityPolicy(https),
    'x-content-type-options',
    'nosniff',
    'referrer-policy',
    'same-origin',
    'permissions-policy',
    disabledFeatures.map((feature) => `${feature}=()`).join(', '),
    'cross-origin-resource-policy',
    'same-origin',
    // Two years, for this host only: the practice may use other hosts of its domain without https.
    ...(https ? ['strict-transport-security', 'max-age=63072000'] : []),
  ];
}
