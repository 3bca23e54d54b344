import type { Feature } from '#src/feature';
import { seedDemoPractice } from './demo/seed-practice';
import { checkPractice } from './documents/check-practice';
import { setUpPractice } from './first-practice';
import { helpLineView } from './views/component-views';
import { practiceView } from './views/practice-view';

export const practice: Feature = {
  name: 'practice',
  siteActions: ['api::practice.practice.find'],
  documentRules: [{ phase: 'validate', rule: (strapi) => checkPractice(strapi, () => new Date()) }],
  views: [practiceView, helpLineView],
  setUp: setUpPractice,
  demo: [{ phase: 'people', seed: seedDemoPractice }],
  personalData: 'none',
};
