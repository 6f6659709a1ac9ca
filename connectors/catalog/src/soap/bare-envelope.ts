/** What a document begins with; a signature is made without it. */
export const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>';

type Parts = { readonly namespace: string; readonly header: string; readonly body: string };

/** An envelope of the version that the namespace says. What stands in the body and the header is XML already. */
export const bareEnvelope = ({ namespace, header, body }: Parts): string =>
  `<soap:Envelope xmlns:soap="${namespace}">${header === '' ? '' : `<soap:Header>${header}</soap:Header>`}` +
  `<soap:Body>${body}</soap:Body></soap:Envelope>`;
