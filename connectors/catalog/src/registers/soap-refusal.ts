import type { ConnectorFailure, InboundResponse } from '@irisflow/connector-sdk';

import { readXml, textOf } from '../xml/read-xml.ts';
import { translateRefusal } from './translate-refusal.ts';

/** What a fault of a SOAP source means for the job: its detail names the type of the problem, as the REST guide does. */
export const translateFault = (source: string, response: InboundResponse): ConnectorFailure => {
  const isXml = response.headers['content-type']?.includes('xml') === true;
  const fault = isXml ? readXml(source, response.text) : undefined;
  const read = (name: string) => (fault === undefined ? undefined : textOf(fault, name));
  return translateRefusal(source, response, { type: read('type'), replacedBy: read('replacedBy') });
};
