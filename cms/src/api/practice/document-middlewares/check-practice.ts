import type { ChangeMiddleware } from '../../../documents/change';
import { refuse } from '../../../documents/refuse';
import { practiceProblems } from '../domain/practice-problems';

/** The practice is public as soon as it is saved, so its web addresses are looked at before. */
export const checkPractice: ChangeMiddleware = async ({ uid, params }, next) => {
  if (uid === 'api::practice.practice' && params.data !== undefined) refuse(practiceProblems(params.data));
  return next();
};
