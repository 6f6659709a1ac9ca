import type { XmlFault, XmlFaultCode } from './xml-text.ts';

/** What saxes says, and what we call it; a group holds the name concerned. */
const faults: readonly (readonly [RegExp, XmlFaultCode])[] = [
  [/^unclosed tag: (.*)$/s, 'TAG_UNCLOSED'],
  [/^unexpected close tag$/, 'TAG_UNEXPECTED'],
  [/^unmatched closing tag: (.*)$/s, 'TAG_UNMATCHED'],
  [/^unbound namespace prefix: (.*)$/s, 'PREFIX_UNBOUND'],
  [/^duplicate attribute: (.*)$/s, 'ATTRIBUTE_TWICE'],
  [/^attribute without value$/, 'VALUE_MISSING'],
  [/^unquoted attribute value$/, 'VALUE_UNQUOTED'],
  [/^(?:undefined entity|disallowed character in entity name|empty entity name)$/, 'ENTITY_UNKNOWN'],
  [/^disallowed character in /, 'CHARACTER_WRONG'],
  [/^text data outside of root node$/, 'TEXT_OUTSIDE'],
  [/^document must contain a root element$/, 'ROOT_MISSING'],
  [/^documents may contain only one root$/, 'ROOT_TWICE'],
  [/^unexpected end$/, 'END_UNEXPECTED'],
];

/** What the parser says without the "line:column: " before it, which travels separately, and without the period. */
export const bareMessage = (message: string): string => message.replace(/^\d+:\d+: /, '').replace(/\.$/, '');

/** What the parser complains about; null when it is a character that stands nowhere in XML. */
export const readFault = (error: Error): XmlFault | null => {
  const message = bareMessage(error.message);
  if (message === 'disallowed character') return null;
  for (const [pattern, fault] of faults) {
    const match = pattern.exec(message);
    if (match !== null) return { fault, params: match[1] === undefined ? {} : { name: match[1] } };
  }
  return { fault: 'OTHER', params: { found: message } };
};
