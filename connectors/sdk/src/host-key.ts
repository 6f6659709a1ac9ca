const USUAL_PORTS: Readonly<Record<string, string>> = {
  'http:': '80',
  'https:': '443',
  'smtp:': '25',
  'smtps:': '465',
  'postgres:': '5432',
  'postgresql:': '5432',
};

/** The port of a URL, said or usual. */
export const portOf = ({ port, protocol }: URL): number => Number(port === '' ? (USUAL_PORTS[protocol] ?? '0') : port);

/** The name in a URL as it is compared: without the final dot and without the brackets of an IPv6 address. */
export const nameOf = ({ hostname }: URL): string =>
  hostname
    .toLowerCase()
    .replace(/\.$/, '')
    .replace(/^\[|\]$/g, '');

/** `name:port`, in which hosts are compared; a host without a port is meant at the usual port of https. */
export const hostKey = (host: string): string => {
  const text = host.includes('://') ? host : `https://${host}`;
  if (!URL.canParse(text)) return host;
  const url = new URL(text);
  return `${nameOf(url)}:${portOf(url)}`;
};
