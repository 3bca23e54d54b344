export default {
  routes: [{ method: 'GET', path: '/cache-tags', handler: 'cache-tag.find' }],
};
