/** The pause that a server asks for, when it names one in seconds. */
export const pauseOf = (headers: Readonly<Record<string, string>>): { readonly afterMs?: number } => {
  const seconds = Number(headers['retry-after']);
  return Number.isFinite(seconds) && seconds > 0 ? { afterMs: seconds * 1000 } : {};
};
