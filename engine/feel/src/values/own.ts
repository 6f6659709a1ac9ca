/**
 * Entry of a context, or undefined. User names meet plain objects only here and in `setOwn`: `constructor` and
 * `__proto__` are entries like any other when the author made them, and absent otherwise.
 */
export const getOwn = (context: Readonly<Record<string, unknown>>, name: string): unknown =>
  Object.hasOwn(context, name) ? context[name] : undefined;

/** Sets an entry of a context under construction. */
export const setOwn = (context: Record<string, unknown>, name: string, value: unknown): void => {
  if (name === '__proto__') {
    Object.defineProperty(context, name, { value, enumerable: true, configurable: true, writable: true });
  } else {
    context[name] = value;
  }
};
