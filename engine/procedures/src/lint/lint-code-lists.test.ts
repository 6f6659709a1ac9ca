import { formOf } from '@irisflow/forms/testing';
import { sampleProcedure } from '@irisflow/platform/testing';
import { describe, expect, test } from 'vitest';
import { readFolder } from '../read-folder.ts';
import { lintFolder } from './lint-folder.ts';

const text = (words: string) => ({ fr: words, nl: words, en: words });
const regions = {
  kind: 'codes',
  formatVersion: 1,
  key: 'regions',
  name: text('Regions'),
  codes: [
    { code: 'bru', label: text('Brussels') },
    { code: 'wal', label: text('Wallonia') },
  ],
};
const communes = {
  kind: 'codes',
  formatVersion: 1,
  key: 'communes',
  name: text('Communes'),
  parents: 'regions',
  codes: [
    { code: '21009', label: text('Ixelles'), parent: 'bru' },
    { code: '62063', label: text('Liège'), parent: 'wal', validFrom: '2026-06-01', validTo: '2026-12-31' },
  ],
};
const where = {
  ...formOf({
    fields: {
      region: { schema: { type: 'string' }, options: { widget: 'radio', codes: { list: 'regions' } } },
      commune: {
        schema: { type: 'string' },
        options: { widget: 'select', codes: { list: 'communes', under: '#/properties/region' } },
      },
    },
  }),
  key: 'where',
};

const folderWith = (changed: Readonly<Record<string, unknown>> = {}) => {
  const own = { 'regions.codes.json': regions, 'communes.codes.json': communes, 'where.form.json': where, ...changed };
  const files = Object.entries(own).flatMap(([path, content]) =>
    content === null ? [] : [{ path, content: JSON.stringify(content) }],
  );
  return readFolder([...sampleProcedure(), ...files]);
};

const found = (changed: Readonly<Record<string, unknown>> = {}) =>
  lintFolder(folderWith(changed), { connectorTypes: null, sourceTypes: [], servedTypes: null, templates: new Map() })
    .filter(({ code }) => /^CODES?_/.test(code) || code === 'SCHEMA' || code.startsWith('FORM_'))
    .map(({ file, code, pointer, elementId }) => [file, code, pointer ?? elementId]);

const texts = (changed: Readonly<Record<string, unknown>>) =>
  lintFolder(folderWith(changed), { connectorTypes: null, sourceTypes: [], servedTypes: null, templates: new Map() })
    .filter(({ code, file }) => code === 'TEXT_MISSING' && file.endsWith('.codes.json'))
    .map(({ message, pointer }) => [message.en, pointer]);

const withCode = (more: object) => ({ ...communes, codes: [...communes.codes, { ...communes.codes[0], ...more }] });

describe('a code list', () => {
  test('fills in the choices of the fields that name it', () => {
    const form = folderWith().forms.get('where');
    expect(form?.schema.properties['commune']?.oneOf?.map((choice) => choice.const)).toEqual(['21009', '62063']);
    expect(found()).toEqual([]);
  });

  test('is read strictly', () => {
    expect(found({ 'regions.codes.json': { ...regions, shade: 'red' } })).toContainEqual([
      'regions.codes.json',
      'SCHEMA',
      '',
    ]);
    const odd = { ...regions, codes: [{ code: 'a b', label: text('Odd') }] };
    expect(found({ 'regions.codes.json': odd })).toContainEqual(['regions.codes.json', 'SCHEMA', '/codes/0/code']);
  });

  test('has codes, each once, in every language, that end after they begin', () => {
    expect(found({ 'communes.codes.json': withCode({}) })).toEqual([
      ['communes.codes.json', 'CODE_TWICE', '/codes/2/code'],
    ]);
    const ended = withCode({ code: '1', validFrom: '2026-02-01', validTo: '2026-01-31' });
    expect(found({ 'communes.codes.json': ended })).toEqual([['communes.codes.json', 'CODE_DAYS', '/codes/2/validTo']]);
    expect(found({ 'regions.codes.json': { ...regions, codes: [] } })).toContainEqual([
      'regions.codes.json',
      'CODES_EMPTY',
      '/codes',
    ]);
    expect(texts({ 'communes.codes.json': withCode({ code: '1', label: { ...text('One'), nl: ' ' } }) })).toEqual([
      ['The text “1” is missing in Dutch.', '/codes/2/label/nl'],
    ]);
  });

  test('belongs to codes of a list that is there', () => {
    expect(found({ 'communes.codes.json': withCode({ code: '1', parent: 'vla' }) })).toEqual([
      ['communes.codes.json', 'CODE_PARENT_UNKNOWN', '/codes/2/parent'],
    ]);
    expect(found({ 'communes.codes.json': { ...communes, parents: 'countries' } })).toEqual([
      ['communes.codes.json', 'CODES_PARENTS_UNKNOWN', '/parents'],
    ]);
    const alone = { code: '1', label: text('One') };
    expect(found({ 'communes.codes.json': { ...communes, codes: [...communes.codes, alone] } })).toEqual([
      ['communes.codes.json', 'CODE_PARENT_MISSING', '/codes/2/parent'],
    ]);
  });

  test('is there for the fields that name it, and gives them choices', () => {
    expect(found({ 'communes.codes.json': null })).toEqual([['where.form.json', 'CODES_UNKNOWN', 'commune']]);
    const other = { ...regions, codes: regions.codes.map((one) => ({ ...one, code: `${one.code}-region` })) };
    const elsewhere = { ...regions, key: 'countries' };
    expect(
      found({
        'regions.codes.json': other,
        'countries.codes.json': elsewhere,
        'communes.codes.json': { ...communes, parents: 'countries' },
      }),
    ).toEqual([['where.form.json', 'CODES_UNDER_OTHER', 'commune']]);
  });

  test('is pointed out where nothing uses it', () => {
    expect(found({ 'countries.codes.json': { ...regions, key: 'countries' } })).toEqual([
      ['countries.codes.json', 'CODES_UNUSED', null],
    ]);
  });
});
