export default {
  routes: [{ method: 'POST', path: '/workshops/:slug/registrations', handler: 'registration.send' }],
};
