import type { Feature } from '#src/feature';
import { privacyEndpoints } from './admin-endpoints';
import { erasePersonalData } from './permissions';

export const privacy: Feature = {
  name: 'privacy',
  permissions: [erasePersonalData],
  adminEndpoints: privacyEndpoints,
  personalData: 'none',
};
