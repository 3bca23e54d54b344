import { account } from '#src/api/account/feature';
import { backup } from '#src/api/backup/feature';
import { calls } from '#src/api/call/feature';
import { comments } from '#src/api/comment/feature';
import { credentials } from '#src/api/credential/feature';
import { email } from '#src/api/email/feature';
import { contact } from '#src/api/enquiry/feature';
import { postImport } from '#src/api/import/feature';
import { blog } from '#src/api/post/feature';
import { practice } from '#src/api/practice/feature';
import { privacy } from '#src/api/privacy/feature';
import { workshops } from '#src/api/workshop/feature';
import type { Feature } from '#src/feature';

/** All features of the CMS, in the order in which their rules, tables and demo content take their turn. */
export const features: readonly Feature[] = [
  blog,
  practice,
  comments,
  workshops,
  contact,
  credentials,
  calls,
  email,
  account,
  privacy,
  postImport,
  backup,
];
