export default {
  routes: [
    { method: 'GET', path: '/posts/:slug/comments', handler: 'comment.findThreads' },
    { method: 'POST', path: '/posts/:slug/comments', handler: 'comment.send' },
    { method: 'GET', path: '/posts/:slug/latest-comments', handler: 'comment.findLatest' },
    { method: 'GET', path: '/comments/:number', handler: 'comment.findPlace' },
  ],
};
