import { elementTemplate, LOCALES } from '@irisflow/connector-sdk';
import { connectors } from '@irisflow/connector-catalog';
import type { Templates } from '@irisflow/procedures';

/** The element templates of the connectors that come with the platform, by type: they say what each of them needs to be told. */
export const shippedTemplates: ReadonlyMap<string, Templates> = new Map(
  connectors.map((connector) => [
    connector.type,
    Object.fromEntries(LOCALES.map((locale) => [locale, elementTemplate(connector, locale)])) as Templates,
  ]),
);
