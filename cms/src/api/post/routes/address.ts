export default {
  routes: [{ method: 'GET', path: '/addresses', handler: 'address.find' }],
};
