/** The value at a JSON Pointer (RFC 6901); null when there is none, as FEEL writes it. */
export const readPointer = (document: unknown, pointer: string): unknown => {
  const steps = pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  return steps.reduce<unknown>((place, step) => {
    const isContainer = typeof place === 'object' && place !== null;
    return isContainer && Object.hasOwn(place, step) ? (place as Record<string, unknown>)[step] : null;
  }, document);
};
