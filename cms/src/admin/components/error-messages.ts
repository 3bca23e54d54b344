interface Answered {
  response?: { status?: number; data?: { error?: { message?: string } } };
}

/** What went wrong, in a sentence for her: what the CMS said, or that it was not reached. Nothing that she typed is lost by it. */
export const faultInWords = (error: unknown): string => {
  const { response } = (error ?? {}) as Answered;
  if (response?.status === 404) return 'This is not there any more. It may have been removed.';
  if (response?.status === 403) return 'You may not do this with the account that you are signed in with.';
  if ((response?.status === 400 || response?.status === 409) && response.data?.error?.message)
    return response.data.error.message;
  return 'That did not work just now. Nothing was changed: please try again in a moment.';
};
