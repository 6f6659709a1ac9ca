import type { Json } from './rest-transport.ts';
import type { Found } from './engine.ts';

export const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const text = (item: Json, name: string): string => {
  const value = item[name];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
};

export const textOrNull = (item: Json, name: string): string | null => {
  const value = text(item, name);
  return value === '' ? null : value;
};

export const count = (item: Json, name: string): number => Number(item[name] ?? 0);

export const texts = (item: Json, name: string): string[] => {
  const value = item[name];
  return Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : [];
};

export const itemsOf = (reply: Json): Json[] => (Array.isArray(reply['items']) ? reply['items'].filter(isJson) : []);

export const foundOf = <T>(reply: Json, read: (item: Json) => T): Found<T> => {
  const items = itemsOf(reply).map(read);
  const page = isJson(reply['page']) ? reply['page'] : {};
  return { items, total: Math.max(count(page, 'totalItems'), items.length) };
};
