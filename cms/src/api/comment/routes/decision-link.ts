export default {
  routes: [
    { method: 'POST', path: '/decision-links/look', handler: 'decision-link.look' },
    { method: 'POST', path: '/decision-links/decide', handler: 'decision-link.decide' },
  ],
};
