import { fillText } from '@irisflow/texts';
import type { TextLocale } from '@irisflow/texts';

import de from './messages/de.json' with { type: 'json' };
import en from './messages/en.json' with { type: 'json' };
import fr from './messages/fr.json' with { type: 'json' };
import nl from './messages/nl.json' with { type: 'json' };
import type { XmlProblemCode } from './xml-problem.ts';

/** The way in which a document is not well-formed; fills `{detail}` of `XML_MALFORMED`. */
export type XmlFaultCode = Exclude<keyof typeof en, XmlProblemCode>;

/** What fills the holes of a text. */
export type XmlParams = Readonly<Record<string, string>>;

/** A way of not being well-formed, without its language. */
export interface XmlFault {
  readonly fault: XmlFaultCode;
  readonly params: XmlParams;
}

/** The texts in every language, with `{name}` where a parameter goes. */
export const xmlTexts: Readonly<Record<TextLocale, Readonly<Record<XmlProblemCode | XmlFaultCode, string>>>> = {
  fr,
  nl,
  en,
  de,
};

/** Where a document stops being well-formed, in a language. */
export const xmlFaultMessage = ({ fault, params }: XmlFault, locale: TextLocale): string =>
  fillText(xmlTexts[locale][fault], params);

/** The text of a problem in a language, parameters and fault filled in. */
export const xmlMessage = (
  { code, params, fault }: { readonly code: XmlProblemCode; readonly params: XmlParams; readonly fault?: XmlFault },
  locale: TextLocale,
): string =>
  fillText(
    xmlTexts[locale][code],
    fault === undefined ? params : { ...params, detail: xmlFaultMessage(fault, locale) },
  );
