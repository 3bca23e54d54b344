export default {
  routes: [{ method: 'GET', path: '/calls', handler: 'call.findCallPage' }],
};
