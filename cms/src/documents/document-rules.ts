import type { UnitOfWork } from '#src/database/unit-of-work';
import { splitPublishing } from './publish-action';
import type { DocumentRule } from './register-rules';
import { writeOneAtATime } from './single-writer';

/** The rules for documents of every type. `lockContent` waits until no other transaction is changing content. */
export const documentRules = (lockContent: (uow: UnitOfWork) => Promise<unknown>): readonly DocumentRule[] => [
  { phase: 'transaction', rule: (strapi) => writeOneAtATime(strapi, lockContent) },
  { phase: 'publish', rule: splitPublishing },
];
