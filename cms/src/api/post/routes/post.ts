export default {
  routes: [
    { method: 'GET', path: '/posts', handler: 'post.find' },
    { method: 'GET', path: '/posts/:slug', handler: 'post.findOne' },
  ],
};
