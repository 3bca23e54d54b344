export default {
  routes: [
    { method: 'GET', path: '/calls', handler: 'call.findCallPage' },
    { method: 'POST', path: '/calls', handler: 'call.book' },
    { method: 'POST', path: '/private-calls/look', handler: 'call.look' },
    { method: 'POST', path: '/private-calls/move', handler: 'call.move' },
    { method: 'POST', path: '/private-calls/cancel', handler: 'call.cancel' },
    { method: 'POST', path: '/private-calls/calendar', handler: 'call.calendar' },
    { method: 'POST', path: '/call-feed', handler: 'call.feed' },
  ],
};
