import { checkPractice } from '#src/api/practice/check-practice';
import { setUpPractice } from '#src/api/practice/first-practice';
import { helpLineView, practiceView } from '#src/api/practice/views';
import type { Feature } from '#src/feature';
import { seedDemoPractice } from './demo/seed-practice';

export const practice: Feature = {
  name: 'practice',
  siteActions: ['api::practice.practice.find'],
  documentRules: [{ phase: 'validate', rule: (strapi) => checkPractice(strapi, () => new Date()) }],
  views: [practiceView, helpLineView],
  setUp: setUpPractice,
  demo: [{ phase: 'people', seed: seedDemoPractice }],
  personalData: 'none',
};
