export default {
  routes: [{ method: 'GET', path: '/topics', handler: 'topic.find' }],
};
