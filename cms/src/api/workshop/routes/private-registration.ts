export default {
  routes: [
    { method: 'POST', path: '/private-places/look', handler: 'private-registration.look' },
    { method: 'POST', path: '/private-places/change', handler: 'private-registration.change' },
    { method: 'POST', path: '/private-places/cancel', handler: 'private-registration.cancel' },
    { method: 'POST', path: '/private-places/accept', handler: 'private-registration.accept' },
    { method: 'POST', path: '/private-places/pass-on', handler: 'private-registration.passOn' },
    { method: 'POST', path: '/private-places/confirm', handler: 'private-registration.confirm' },
    { method: 'POST', path: '/private-places/calendar', handler: 'private-registration.calendar' },
    { method: 'POST', path: '/private-places/certificate', handler: 'private-registration.certificate' },
  ],
};
