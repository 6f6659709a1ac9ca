import type { ConnectorGrant } from '@irisflow/access';
import { CaseworkError, locales, type LocalizedText } from '@irisflow/foundation';
import { costOfPage } from './judge-page.ts';
import { judgeTemplate, MAX_TEXT_BYTES, plainWords } from './judge-template.ts';

/** What a connector of others says of itself. */
export interface ConnectorToRegister {
  readonly type: string;
  readonly version: number;
  readonly title: LocalizedText;
  /** Element templates, by language. */
  readonly templates: Readonly<Record<keyof LocalizedText, unknown>>;
  /** Pages in Markdown, by language. */
  readonly documentation: LocalizedText;
  /** Names of what its operator configures; where they are, the platform never learns. */
  readonly secrets?: readonly string[] | undefined;
  readonly settings?: readonly string[] | undefined;
}

const MAX_TITLE = 200;
const configuredName = /^[A-Z][A-Z0-9_]{0,99}$/;

const refuse = (expected: string, found: string): never => {
  throw new CaseworkError('CONNECTOR_REFUSED', `Expected ${expected}, but found ${found.slice(0, 200)}`);
};

const judgeWords = ({ type, title, documentation }: ConnectorToRegister): void => {
  for (const locale of locales) {
    const words = title[locale];
    if (words.trim() === '' || words.length > MAX_TITLE || !plainWords([words]))
      refuse(`a plain ${locale} title of ${type} of 1 to ${MAX_TITLE} characters`, `"${words.slice(0, 80)}"`);
    const size = Buffer.byteLength(documentation[locale]);
    if (size === 0 || size > MAX_TEXT_BYTES)
      refuse(`a ${locale} page of ${type} of 1 to ${MAX_TEXT_BYTES} bytes`, `${size}`);
    const cost = costOfPage(documentation[locale]);
    if (cost !== null) refuse(`a ${locale} page of ${type} with ${cost.expected}`, cost.found);
  }
};

const judgeConfiguration = ({ type, secrets = [], settings = [] }: ConnectorToRegister): void => {
  const wrong = [...secrets, ...settings].find((name) => !configuredName.test(name));
  if (wrong !== undefined) refuse(`secrets and settings of ${type} by name, such as PERMIT_URL`, `"${wrong}"`);
};

/** Refuses what a token may not say, or what would not work, or what would do something else in the designer. */
export const judgeRegistration = (connector: ConnectorToRegister, { types }: ConnectorGrant): void => {
  const { type, version, templates } = connector;
  if (!types.includes(type))
    throw new CaseworkError(
      'CONNECTOR_TYPE_REFUSED',
      `Expected a type of this token (${types.join(', ')}), but found "${type.slice(0, 120)}"`,
    );
  judgeWords(connector);
  judgeConfiguration(connector);
  for (const locale of locales) judgeTemplate(templates[locale], { type, version, locale });
};
