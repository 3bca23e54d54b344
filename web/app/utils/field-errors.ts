interface FieldError<Field, Code> {
  field: Field;
  code: Code;
}

/**
 * Returns a function that finds the message of a field's error; null for a field without one.
 * @param messageOf words one error, such as `commentErrorMessage`
 */
export const findMessages =
  <Field extends string, Code>(
    errors: readonly FieldError<Field, Code>[],
    messageOf: (field: Field, code: Code) => string,
  ) =>
  (field: Field): string | null => {
    const found = errors.find((error) => error.field === field);
    return found ? messageOf(field, found.code) : null;
  };
