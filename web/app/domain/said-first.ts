/**
 * What somebody who has just sent a form must hear before anything else takes the focus, without a script: screen readers begin there
 * (after GOV.UK's error summary). Goes on an element by `v-bind`.
 */
export const saidFirst = { tabindex: '-1', autofocus: true } as const;
