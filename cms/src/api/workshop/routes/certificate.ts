export default {
  routes: [
    { method: 'GET', path: '/certificates/:number', handler: 'certificate.findOne' },
    { method: 'POST', path: '/certificates/:number/compare', handler: 'certificate.compare' },
  ],
};
