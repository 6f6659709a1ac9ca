import { incident } from '@irisflow/connector-sdk';

type Scalar = string | number | boolean | null;
export type QueryParameter = Scalar | readonly (string | number)[];

const DAY_OR_MOMENT = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}(\.\d{1,3})?(Z|[+-]\d{2}:\d{2}))?$/;
const PLACE = /:([A-Za-z]\w*)(\.date)?/g;

/**
 * A query with its values in their places: `:name` is a text, a number or a list of them, `:name.date` a day or a moment. The query
 * itself holds no quoted text, so that what people wrote never becomes part of the question.
 */
export const fillQuery = (query: string, parameters: Readonly<Record<string, QueryParameter>> = {}): string => {
  if (/['"\\]/.test(query))
    throw incident('Expected texts of the query to be named, such as :name, but found a quotation mark in it.');
  return query.replaceAll(PLACE, (place, name: string, date: string | undefined) => {
    if (!Object.hasOwn(parameters, name))
      throw incident(`Expected a value for "${place}" of the query, but there is none.`);
    const value = parameters[name] as QueryParameter;
    return date === undefined ? literal(value) : dateLiteral(place, value);
  });
};

const dateLiteral = (place: string, value: QueryParameter): string => {
  if (typeof value === 'string' && DAY_OR_MOMENT.test(value)) return value;
  throw incident(`Expected "${place}" of the query to be a day or a moment, but it is none.`);
};

const literal = (value: QueryParameter): string => {
  if (typeof value === 'string') return quoted(value);
  if (typeof value === 'object' && value !== null) return `(${value.map(literal).join(', ')})`;
  return String(value);
};

const ESCAPES: Readonly<Record<string, string>> = {
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\b': '\\b',
  '\f': '\\f',
  "'": "\\'",
  '"': '\\"',
  '\\': '\\\\',
};

const quoted = (text: string): string => `'${text.replaceAll(/[\n\r\t\b\f'"\\]/g, (found) => ESCAPES[found] ?? '')}'`;
