import type { Problem } from '../problem.ts';
import { readXmlLeaves } from '../read-xml-leaves.ts';
import type { SourceAnswer, SourceQuestion } from './source.ts';

export const envelope = (body: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body>${body}</soap:Body></soap:Envelope>`;

/** A problem as a SOAP 1.1 fault; its detail names the type. */
export const faultOf = (problem: Problem): SourceAnswer => {
  const issues = problem.body['issues'] as readonly Readonly<Record<string, string>>[] | undefined;
  const type = issues?.[0]?.['type'] ?? problem.body.type;
  const replacedBy = issues?.[0]?.['replacedBy'];
  const detail = `<type>${type}</type>${replacedBy === undefined ? '' : `<replacedBy>${replacedBy}</replacedBy>`}`;
  const fault = `<soap:Fault><faultcode>soap:Client</faultcode><faultstring>${problem.body.title}</faultstring><detail>${detail}</detail></soap:Fault>`;
  // SOAP 1.1 over HTTP carries every fault with status 500; transport troubles keep their own.
  const status = problem.status === 400 || problem.status === 404 ? 500 : problem.status;
  return { xml: envelope(fault), status, ...(problem.headers === undefined ? {} : { headers: problem.headers }) };
};

/** The innermost texts of a question; what is no XML asks for nothing. */
export const readLeaves = ({ body }: SourceQuestion): ReadonlyMap<string, string> => {
  try {
    return readXmlLeaves(body);
  } catch {
    return new Map();
  }
};
