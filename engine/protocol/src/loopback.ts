/** Whether a host or an address can only be reached from this machine. IPv6 with or without the brackets of an address. */
export const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host);
