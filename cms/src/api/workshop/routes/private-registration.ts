export default {
  routes: [
    { method: 'POST', path: '/private-registrations/look', handler: 'private-registration.look' },
    { method: 'POST', path: '/private-registrations/change', handler: 'private-registration.change' },
    { method: 'POST', path: '/private-registrations/cancel', handler: 'private-registration.cancel' },
    { method: 'POST', path: '/private-registrations/accept', handler: 'private-registration.accept' },
    { method: 'POST', path: '/private-registrations/pass-on', handler: 'private-registration.passOn' },
    { method: 'POST', path: '/private-registrations/confirm', handler: 'private-registration.confirm' },
    { method: 'POST', path: '/private-registrations/calendar', handler: 'private-registration.calendar' },
    { method: 'POST', path: '/private-registrations/certificate', handler: 'private-registration.certificate' },
  ],
};
