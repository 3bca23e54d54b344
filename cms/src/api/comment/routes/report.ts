export default {
  routes: [{ method: 'POST', path: '/comments/:number/reports', handler: 'report.send' }],
};
