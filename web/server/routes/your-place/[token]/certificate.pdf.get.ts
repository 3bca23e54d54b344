import { defineEventHandler, getRouterParam } from 'h3';
import { placeCertificate } from '#server/acts/your-place/place-file';
import { sendPlaceFile } from '#server/files/send-place-file';

/** GET /your-place/:token/certificate.pdf -> 200 for whoever came; 303 to the private page where there is none; 404. */
export default defineEventHandler(async (event) => {
  const { cms, forms } = event.context;
  const file = await placeCertificate({ token: getRouterParam(event, 'token') ?? '', cms, forms });
  return sendPlaceFile(event, file, { type: 'application/pdf', name: 'certificate.pdf' });
});
