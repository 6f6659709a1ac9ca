import type { Connector, ConnectorField } from './connector.ts';
import { WORDING } from './connector-wording.ts';
import { describeInputs, typeNameOf } from './describe-schema.ts';
import type { Locale } from './localized-text.ts';

type Section = readonly string[];

/** The page of a connector for the analyst and the operator, in Markdown. */
export const documentation = (connector: Connector, locale: Locale): string => {
  const sections: readonly Section[] = [
    [`# ${connector.title[locale]}`, connector.description[locale], `\`${connector.type}\` · v${connector.version}`],
    inputSection(connector, locale),
    resultSection(connector, locale),
    errorSection(connector, locale),
    technicalSection(connector, locale),
    consultationSection(connector, locale),
    configurationSection(connector, locale),
    [`## ${WORDING.example[locale]}`, ['```json', JSON.stringify(connector.example, undefined, 2), '```'].join('\n')],
  ];
  return `${sections.flat().join('\n\n')}\n`;
};

const inputSection = (connector: Connector, locale: Locale): Section => {
  const rows = describeInputs(connector).map(({ name, field, typeName, isRequired }) => [
    `\`${name}\``,
    [field.label[locale], field.hint?.[locale], conditionOf(field)].filter((text) => text !== undefined).join(' – '),
    `\`${typeName}\`, ${WORDING[isRequired ? 'required' : 'optional'][locale]}`,
  ]);
  return [
    `## ${WORDING.input[locale]}`,
    table([WORDING.field[locale], WORDING.meaning[locale], WORDING.type[locale]], rows),
  ];
};

const conditionOf = ({ when }: ConnectorField): string | undefined =>
  when === undefined ? undefined : `\`${when.field}\` = ${when.oneOf.map((value) => `\`${value}\``).join(', ')}`;

const resultSection = (connector: Connector, locale: Locale): Section => [
  `## ${WORDING.output[locale]}`,
  `${WORDING.resultVariable[locale]}: \`${connector.resultName}\``,
  `\`${typeNameOf(connector.output)}\``,
];

const errorSection = (connector: Connector, locale: Locale): Section => {
  const rows = Object.entries(connector.errors).map(([code, meaning]) => [`\`${code}\``, meaning[locale]]);
  if (rows.length === 0) return [];
  return [`## ${WORDING.errors[locale]}`, table([WORDING.code[locale], WORDING.meaning[locale]], rows)];
};

const technicalSection = ({ timeoutMs, retries, backoffMs }: Connector, locale: Locale): Section => [
  `## ${WORDING.technical[locale]}`,
  WORDING.technicalText[locale],
  [
    `- ${WORDING.longestTime[locale]}: ${timeoutMs / 1000} s`,
    `- ${WORDING.retries[locale]}: ${retries}`,
    `- ${WORDING.firstPause[locale]}: ${backoffMs / 1000} s`,
  ].join('\n'),
];

const consultationSection = ({ consults }: Connector, locale: Locale): Section => {
  if (consults === undefined) return [];
  const source = `- ${WORDING.source[locale]}: \`${'source' in consults ? consults.source : `{${consults.sourceFrom}}`}\``;
  return [`## ${WORDING.consultation[locale]}`, source, WORDING.authorization[locale], WORDING.caseVariable[locale]];
};

const configurationSection = ({ secrets = [], settings = [] }: Connector, locale: Locale): Section => {
  const lines = [
    ...settings.map((name) => `- \`${name}\` (${WORDING.setting[locale]})`),
    ...secrets.map((name) => `- \`${name}\` (${WORDING.secret[locale]})`),
  ];
  return lines.length === 0 ? [] : [`## ${WORDING.configuration[locale]}`, lines.join('\n')];
};

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map(tableRow).join('\n');

const tableRow = (cells: readonly string[]): string =>
  `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
