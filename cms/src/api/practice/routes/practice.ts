export default {
  routes: [{ method: 'GET', path: '/practice', handler: 'practice.find' }],
};
