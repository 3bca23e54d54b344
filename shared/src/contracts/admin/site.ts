import { z } from 'zod';

/** Where readers find the site, for the button “See my site” of the admin. */
export const siteAddress = z.strictObject({ url: z.url() });

export type SiteAddress = z.output<typeof siteAddress>;
