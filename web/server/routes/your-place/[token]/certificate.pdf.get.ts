import { defineEventHandler, getRouterParam } from 'h3';
import { sendPrivateFile } from '#server/downloads/private-file';
import { registrationCertificate } from '#server/downloads/registration-files';

/**
 * GET /your-place/:token/certificate.pdf -> 200 for an attendee; 303 to the private page where there is no certificate;
 * 404.
 */
export default defineEventHandler(async (event) => {
  const { cms, forms } = event.context;
  const file = await registrationCertificate({ token: getRouterParam(event, 'token') ?? '', cms, forms });
  return sendPrivateFile(event, file, { type: 'application/pdf', name: 'certificate.pdf' });
});
