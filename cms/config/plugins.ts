import type { Core } from '@strapi/strapi';
import { largestUpload } from '#src/uploads/admit-upload';
import { s3From, s3Provider } from '#src/uploads/storage';

export default ({ env }: Core.Config.Shared.ConfigParams) => {
  const s3 = s3From(env);
  return {
    upload: {
      config: {
        // On this machine below DATA_DIR, or in a bucket when S3_BUCKET is set.
        ...(s3 ? s3Provider(s3) : {}),
        sizeLimit: largestUpload,
        // The widths that the site offers to browsers, besides the picture itself (2400 at most).
        breakpoints: { xlarge: 1600, large: 1200, medium: 800, small: 480 },
        // What a file is is decided by src/uploads, which looks at its content; Strapi would believe its name.
        security: { deniedTypes: [] },
      },
    },
  };
};
