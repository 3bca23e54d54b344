import { deleteSentDraft, enhanceCommentForm } from './comment-form';
import { addLocalTimes } from './local-time';

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-comment]')) enhanceCommentForm(form);
deleteSentDraft(document);
addLocalTimes(document);
