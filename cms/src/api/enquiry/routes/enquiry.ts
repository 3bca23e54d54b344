export default {
  routes: [
    { method: 'GET', path: '/contact', handler: 'enquiry.findContactPage' },
    { method: 'POST', path: '/enquiries', handler: 'enquiry.submit' },
    { method: 'POST', path: '/private-enquiries/look', handler: 'enquiry.look' },
    { method: 'POST', path: '/private-enquiries/add', handler: 'enquiry.add' },
    { method: 'POST', path: '/private-enquiries/withdraw', handler: 'enquiry.withdraw' },
  ],
};
