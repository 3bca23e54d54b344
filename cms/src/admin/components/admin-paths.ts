/** The page of the admin with the practice's settings. */
export const practiceSettings = '/content-manager/single-types/api::practice.practice';
