export default {
  routes: [{ method: 'GET', path: '/revisions', handler: 'cache-tag.find' }],
};
