export default {
  rest: { prefix: '/api', defaultLimit: 10, maxLimit: 50, strictParams: true },
  documents: { strictParams: true },
};
