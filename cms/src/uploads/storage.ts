import type { Core } from '@strapi/strapi';

type Env = Core.Config.Shared.ConfigParams['env'];

/** The object storage for uploads, if they are not stored on this machine: any that is compatible with S3. */
export interface S3Settings {
  bucket: string;
  region: string;
  /** Empty for Amazon's own. */
  endpoint: string;
  accessKeyId: string;
  secretAccessKey: string;
}

/**
 * Reads S3_BUCKET, S3_REGION, S3_ENDPOINT, S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY, and returns null if no bucket is
 * set.
 */
export const s3From = (env: Env): S3Settings | null => {
  const bucket = env('S3_BUCKET', '');
  if (bucket === '') return null;
  return {
    bucket,
    region: env('S3_REGION', 'eu-west-2'),
    endpoint: env('S3_ENDPOINT', ''),
    accessKeyId: env('S3_ACCESS_KEY_ID', ''),
    secretAccessKey: env('S3_SECRET_ACCESS_KEY', ''),
  };
};

/** Returns the origin from which the admin's pages load the files of a bucket. */
export const originOf = ({ bucket, region, endpoint }: S3Settings): string =>
  endpoint === '' ? `https://${bucket}.s3.${region}.amazonaws.com` : new URL(endpoint).origin;

/** The headers with which this server serves its own files, too: cached for a year, and downloaded instead of shown. */
const asDownload = { CacheControl: 'public, max-age=31536000, immutable', ContentDisposition: 'attachment' };

/**
 * The upload plugin's settings for a bucket. Storage that is not Amazon's is addressed by path, not by host name. No
 * ACL is sent (new buckets refuse them): the bucket's own policy says that its files may be read.
 */
export const s3Provider = (settings: S3Settings) => ({
  provider: 'aws-s3',
  providerOptions: {
    s3Options: {
      credentials: { accessKeyId: settings.accessKeyId, secretAccessKey: settings.secretAccessKey },
      region: settings.region,
      ...(settings.endpoint === '' ? {} : { endpoint: settings.endpoint, forcePathStyle: true }),
      params: { Bucket: settings.bucket, ACL: undefined },
    },
  },
  actionOptions: { upload: asDownload, uploadStream: asDownload, delete: {} },
});
