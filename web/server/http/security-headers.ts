/**
 * The site's content security policy: nothing but what its own pages are made of. No script and no style inside a page, no frame
 * around it, forms only to itself.
 */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "connect-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
];

const never = ['camera', 'microphone', 'geolocation', 'payment', 'usb', 'browsing-topics'];

/**
 * The headers that go on every answer, names and values in turn. `same-origin` as referrer policy: where people go from here is
 * told to nobody, while our own forms still know that they were sent from here.
 */
export function securityHeaders(https: boolean): readonly string[] {
  return [
    'content-security-policy',
    [...policy, ...(https ? ['upgrade-insecure-requests'] : [])].join('; '),
    'x-content-type-options',
    'nosniff',
    'referrer-policy',
    'same-origin',
    'permissions-policy',
    never.map((feature) => `${feature}=()`).join(', '),
    'cross-origin-opener-policy',
    'same-origin',
    'cross-origin-resource-policy',
    'same-origin',
    // Two years, this host only: other names of the practice's domain are not ours to promise for.
    ...(https ? ['strict-transport-security', 'max-age=63072000'] : []),
  ];
}
