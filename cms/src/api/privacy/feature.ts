import { createErasureTable } from '#src/database/applied-erasures';
import type { Feature } from '#src/feature';
import { privacyEndpoints } from './admin-endpoints';
import { managePersonalData } from './permissions';
import { repeatErasures } from './repeat-erasures';

export const privacy: Feature = {
  name: 'privacy',
  permissions: [managePersonalData],
  adminEndpoints: privacyEndpoints,
  createTables: createErasureTable,
  setUp: (strapi) => repeatErasures(strapi, new Date()),
  personalData: 'none',
};
