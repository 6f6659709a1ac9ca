/** What the languages of descriptions and envelopes are called. */
export const NAMESPACES = {
  wsdl: 'http://schemas.xmlsoap.org/wsdl/',
  bindingOf11: 'http://schemas.xmlsoap.org/wsdl/soap/',
  bindingOf12: 'http://schemas.xmlsoap.org/wsdl/soap12/',
  schema: 'http://www.w3.org/2001/XMLSchema',
  instance: 'http://www.w3.org/2001/XMLSchema-instance',
  envelopeOf11: 'http://schemas.xmlsoap.org/soap/envelope/',
  envelopeOf12: 'http://www.w3.org/2003/05/soap-envelope',
} as const;

export type SoapVersion = '1.1' | '1.2';

export type XmlName = { readonly namespace: string; readonly local: string };

export const keyOfName = ({ namespace, local }: XmlName): string => `{${namespace}}${local}`;
