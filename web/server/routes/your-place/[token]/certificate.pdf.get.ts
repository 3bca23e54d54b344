import { defineEventHandler, getRouterParam } from 'h3';
import { placeCertificate } from '#server/downloads/registration-files';
import { sendPlaceFile } from '#server/downloads/send-place-file';

/** GET /your-place/:token/certificate.pdf -> 200 for whoever came; 303 to the private page where there is none; 404. */
export default defineEventHandler(async (event) => {
  const { cms, forms } = event.context;
  const file = await placeCertificate({ token: getRouterParam(event, 'token') ?? '', cms, forms });
  return sendPlaceFile(event, file, { type: 'application/pdf', name: 'certificate.pdf' });
});
