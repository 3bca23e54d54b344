import { mailboxToken } from 'shared';
import type { Cms } from '#server/cms/client';
import type { Outcome } from '#server/forms/outcome';
import { type FormFields, isTicked, textField } from '#server/forms/read-form';

/** `gone`: a link that is wrong, or has ended. */
export interface ConfirmView {
  step: 'ask' | 'done' | 'gone' | 'away';
  /** Of a done one: that let its comment through. */
  onPage: boolean;
}

export interface UnsubscribeView {
  step: 'ask' | 'done' | 'gone' | 'away';
  /** Whether the link is about one comment, so that letters about others may go on. */
  ofOneComment: boolean;
  all: boolean;
}

interface LinkParts<Act extends keyof Cms> {
  token: string;
  form: FormFields | undefined;
  cms: Pick<Cms, Act>;
}

const isToken = (token: string): boolean => mailboxToken.safeParse(token).success;

/** The page `/mail/confirm/<token>`: only its button confirms, because mail scanners follow links. */
export async function confirmMailbox({ token, form, cms }: LinkParts<'confirmMailbox'>): Promise<Outcome<ConfirmView>> {
  const show = (status: number, step: ConfirmView['step'], onPage = false): Outcome<ConfirmView> => ({
    status,
    view: { step, onPage },
  });
  if (!isToken(token)) return show(404, 'gone');
  if (!form) return show(200, 'ask');
  const sent = await cms.confirmMailbox(token);
  if (sent.ok) return show(200, 'done', sent.data.onPage);
  return sent.status === 503 || sent.status === 429 ? show(503, 'away') : show(404, 'gone');
}

/**
 * The page `/mail/unsubscribe/<token>`: a page with buttons for people, and one POST without a page, a cookie or a stamp for mail
 * programs (`List-Unsubscribe=One-Click`, RFC 8058). As often as it is sent.
 */
export async function unsubscribe({ token, form, cms }: LinkParts<'unsubscribe'>): Promise<Outcome<UnsubscribeView>> {
  const ofOneComment = token.split('.')[1] !== '0';
  const show = (status: number, step: UnsubscribeView['step'], all = false): Outcome<UnsubscribeView> => ({
    status,
    view: { step, ofOneComment, all },
  });
  if (!isToken(token)) return show(404, 'gone');
  if (!form) return show(200, 'ask');
  const all = !isTicked(form, 'List-Unsubscribe') && textField(form, 'do') === 'all';
  const sent = await cms.unsubscribe(token, all);
  if (sent.ok) return show(200, 'done', all);
  return sent.status === 503 || sent.status === 429 ? show(503, 'away') : show(404, 'gone');
}
