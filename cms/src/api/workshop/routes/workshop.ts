/** The site's endpoints for workshops, certificates and registrations. */
export default {
  routes: [
    { method: 'GET', path: '/workshops', handler: 'workshop.find' },
    { method: 'GET', path: '/workshops/:slug', handler: 'workshop.findOne' },
    { method: 'GET', path: '/workshops/:slug/calendar', handler: 'workshop.findCalendar' },
    { method: 'GET', path: '/workshop-calendar', handler: 'workshop.findCalendarOfAll' },

    { method: 'GET', path: '/certificates/:number', handler: 'workshop.findCertificate' },
    { method: 'POST', path: '/certificates/:number/compare', handler: 'workshop.compareCertificate' },

    { method: 'POST', path: '/workshops/:slug/registrations', handler: 'registration.create' },
    { method: 'POST', path: '/private-registrations/look', handler: 'registration.look' },
    { method: 'POST', path: '/private-registrations/change', handler: 'registration.change' },
    { method: 'POST', path: '/private-registrations/cancel', handler: 'registration.cancel' },
    { method: 'POST', path: '/private-registrations/accept', handler: 'registration.accept' },
    { method: 'POST', path: '/private-registrations/decline', handler: 'registration.decline' },
    { method: 'POST', path: '/private-registrations/confirm', handler: 'registration.confirm' },
    { method: 'POST', path: '/private-registrations/disown', handler: 'registration.disown' },
    { method: 'POST', path: '/private-registrations/calendar', handler: 'registration.calendar' },
    { method: 'POST', path: '/private-registrations/certificate', handler: 'registration.certificate' },
  ],
};
