import type { Feature } from '#src/feature';
import { privacyEndpoints } from './admin-endpoints';
import { managePersonalData } from './permissions';

export const privacy: Feature = {
  name: 'privacy',
  permissions: [managePersonalData],
  adminEndpoints: privacyEndpoints,
  personalData: 'none',
};
