import { useState } from 'react';

type Errors<Name extends string> = Partial<Record<Name, string | undefined>>;

/**
 * Keeps what is wrong with the fields of a form, each until its field is changed.
 *
 * @param typed what the fields hold now
 */
export const useFieldErrors = <Name extends string>(
  typed: Readonly<Record<Name, unknown>>,
): [errors: Errors<Name>, setErrors: (errors: Errors<Name>) => void] => {
  const [found, setFound] = useState({ errors: {} as Errors<Name>, typed });
  const standing = (Object.keys(found.errors) as Name[]).filter((name) => found.typed[name] === typed[name]);
  const errors = Object.fromEntries(standing.map((name) => [name, found.errors[name]])) as Errors<Name>;
  return [errors, (now) => setFound({ errors: now, typed })];
};
