export default {
  routes: [
    { method: 'GET', path: '/workshops', handler: 'workshop.find' },
    { method: 'GET', path: '/workshops/:slug', handler: 'workshop.findOne' },
    { method: 'GET', path: '/workshops/:slug/calendar', handler: 'workshop.findCalendar' },
    { method: 'GET', path: '/workshop-calendar', handler: 'workshop.findCalendarOfAll' },
  ],
};
