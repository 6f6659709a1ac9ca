const LOCAL = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** True when a Host header names this machine, so that no foreign page reaches us under its own name. */
export const isLocalHost = (host: string | undefined): boolean =>
  host !== undefined && LOCAL.has(host.replace(/:\d+$/, ''));
