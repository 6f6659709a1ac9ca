export const joinBytes = (start: Uint8Array, rest: Uint8Array): Uint8Array => {
  const whole = new Uint8Array(start.length + rest.length);
  whole.set(start);
  whole.set(rest, start.length);
  return whole;
};
