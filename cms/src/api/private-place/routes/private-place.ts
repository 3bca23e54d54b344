export default {
  routes: [
    { method: 'POST', path: '/private-places/look', handler: 'private-place.look' },
    { method: 'POST', path: '/private-places/change', handler: 'private-place.change' },
    { method: 'POST', path: '/private-places/cancel', handler: 'private-place.cancel' },
    { method: 'POST', path: '/private-places/accept', handler: 'private-place.accept' },
    { method: 'POST', path: '/private-places/pass-on', handler: 'private-place.passOn' },
    { method: 'POST', path: '/private-places/confirm', handler: 'private-place.confirm' },
    { method: 'POST', path: '/private-places/calendar', handler: 'private-place.calendar' },
    { method: 'POST', path: '/private-places/certificate', handler: 'private-place.certificate' },
  ],
};
