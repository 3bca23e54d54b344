/** The public addresses of the site and of the CMS, such as `https://www.example.org`. */
export interface Addresses {
  readonly siteUrl: string;
  readonly cmsUrl: string;
}

const loopback = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/;
/**
 * Addresses of private networks: RFC 1918, 3927, 4193 and 4291, and names that only a local network knows (RFC 6761).
 */
const privateHosts: readonly RegExp[] = [
  /^localhost$|\.(?:local|localhost|internal|invalid|lan|home\.arpa)$/,
  /^(?:0|10|127)(?:\.\d+){3}$/,
  /^(?:192\.168|169\.254|172\.(?:1[6-9]|2\d|3[01]))(?:\.\d+){2}$/,
  /^\[(?:::1?|f[cd][0-9a-f]{2}:.*|fe80:.*|::ffff:.*)\]$/,
];

export const isPrivateHost = (hostname: string): boolean => {
  const name = hostname.replace(/\.$/, '');
  return privateHosts.some((pattern) => pattern.test(name));
};

/** Returns a host name without what makes no difference here: `www.`, a dot at its end, the name of this machine. */
const comparable = (hostname: string): string => {
  const name = hostname
    .toLowerCase()
    .replace(/\.$/, '')
    .replace(/^www\./, '');
  return loopback.test(name) ? 'localhost' : name;
};

const portOf = ({ protocol, port }: URL): string => port || (protocol === 'https:' ? '443' : '80');

/**
 * Returns whether a URL leads to the site, to the CMS or elsewhere. Scheme and port make no difference, unless site and
 * CMS have one name and are told apart by their ports.
 */
export const addressKind = (url: URL, { siteUrl, cmsUrl }: Addresses): 'site' | 'cms' | 'elsewhere' => {
  const [site, cms] = [new URL(siteUrl), new URL(cmsUrl)];
  const name = comparable(url.hostname);
  const shareName = comparable(site.hostname) === comparable(cms.hostname);
  const leadsTo = (own: URL): boolean =>
    name === comparable(own.hostname) && (!(shareName || name === 'localhost') || portOf(url) === portOf(own));
  if (leadsTo(cms)) return 'cms';
  return leadsTo(site) ? 'site' : 'elsewhere';
};
