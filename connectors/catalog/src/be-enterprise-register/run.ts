import { expectShape, type RunContext } from '@irisflow/connector-sdk';

import { termsHeaders } from '../registers/ask-register.ts';
import { readEnterpriseNumber } from '../registers/enterprise-number.ts';
import { soapEnvelope } from '../registers/soap.ts';
import { translateFault } from '../registers/soap-refusal.ts';
import { securityHeader } from '../registers/ws-security.ts';
import { readXml } from '../xml/read-xml.ts';
import { enterpriseOf } from './read-enterprise.ts';
import { Output, type Input } from './schema.ts';

const SOURCE = 'the enterprise register';
const NAMESPACE = 'urn:irisflow:sandbox:enterprise-register:v1';

export const run = async ({ enterpriseNumber }: Input, context: RunContext): Promise<Output> => {
  const number = readEnterpriseNumber(enterpriseNumber);
  return context.consult(number, async (terms) => {
    const response = await context.fetch({
      url: context.setting('ENTERPRISE_REGISTER_URL'),
      method: 'POST',
      headers: { ...termsHeaders(terms), 'content-type': 'text/xml; charset=utf-8', soapaction: '"ReadEnterprise"' },
      body: question(number, context),
    });
    if (response.status !== 200) throw translateFault(SOURCE, response);
    return expectShape(Output, enterpriseOf(readXml(SOURCE, response.text)), `the answer of ${SOURCE}`);
  });
};

const question = (number: string, context: RunContext): string =>
  soapEnvelope(
    `<e:ReadEnterprise xmlns:e="${NAMESPACE}"><e:enterpriseNumber>${number}</e:enterpriseNumber></e:ReadEnterprise>`,
    securityHeader({
      user: context.setting('ENTERPRISE_REGISTER_USER'),
      password: context.secret('ENTERPRISE_REGISTER_PASSWORD'),
      now: context.now(),
    }),
  );
