import { describe, expect, it } from 'vitest';
import { type AccessRules, contentRights } from './content-access';

const models = {
  'api::a.a': {
    attributes: {
      title: { type: 'string' },
      secret: { type: 'string' },
      computed: { type: 'string' },
      added: { type: 'string' },
      seo: { type: 'component', component: 'x.seo' },
      settings: { type: 'component', component: 'x.unnamed' },
    },
  },
  'api::b.b': { attributes: { text: { type: 'string' } } },
  'x.seo': {
    attributes: {
      title: { type: 'string' },
      added: { type: 'string' },
      more: { type: 'component', component: 'x.more' },
    },
  },
  'x.more': { attributes: { line: { type: 'string' } } },
  'x.unnamed': { attributes: { line: { type: 'string' } } },
};
const rules: AccessRules = {
  modelOf: (uid) => models[uid as keyof typeof models],
  types: [
    {
      uid: 'api::a.a',
      documents: { counsellor: ['create', 'publish'] },
      groups: [
        { fields: ['title', 'seo', 'settings'], counsellor: 'change', webTeam: 'change' },
        { fields: ['secret'], counsellor: 'change' },
        { fields: ['computed'], counsellor: 'read', webTeam: 'read' },
      ],
    },
    { uid: 'api::b.b', closed: 'what readers send' },
  ],
  components: [
    { uid: 'x.seo', fields: ['title', 'more'] },
    { uid: 'x.more', fields: ['line'] },
  ],
};

describe('contentRights', () => {
  it('gives a role what is named for it, and nothing of a field, component or type that nobody has named', () => {
    const open = ['title', 'seo.title', 'seo.more.line'];
    expect(contentRights(rules, 'webTeam')).toEqual([
      { action: 'read', uid: 'api::a.a', fields: [...open, 'computed'] },
      { action: 'update', uid: 'api::a.a', fields: open },
    ]);
  });
  it('lets who may create a document set the fields that they may change', () => {
    expect(contentRights(rules, 'counsellor')).toEqual([
      { action: 'create', uid: 'api::a.a', fields: ['title', 'seo.title', 'seo.more.line', 'secret'] },
      { action: 'read', uid: 'api::a.a', fields: ['title', 'seo.title', 'seo.more.line', 'secret', 'computed'] },
      { action: 'update', uid: 'api::a.a', fields: ['title', 'seo.title', 'seo.more.line', 'secret'] },
      { action: 'publish', uid: 'api::a.a' },
    ]);
  });
  it('rejects a name that does not exist', () => {
    const types = [{ uid: 'api::a.a', groups: [{ fields: ['tilte'], counsellor: 'read' }] }] as const;
    expect(() => contentRights({ ...rules, types }, 'counsellor')).toThrow('tilte');
  });
});
