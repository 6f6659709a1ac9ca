export { scanXml } from './scan-xml.ts';
export type { XmlScan } from './scan-xml.ts';
export { defaultXmlLimits } from './xml-limits.ts';
export type { XmlLimits } from './xml-limits.ts';
export type { XmlPosition, XmlProblem, XmlProblemCode } from './xml-problem.ts';
export { xmlFaultMessage, xmlMessage, xmlTexts } from './xml-text.ts';
export type { XmlFault, XmlFaultCode, XmlLocale, XmlParams } from './xml-text.ts';
