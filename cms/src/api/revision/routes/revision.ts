export default {
  routes: [{ method: 'GET', path: '/revisions', handler: 'revision.find' }],
};
