import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { create } from './create.ts';

const root = path.resolve(import.meta.dirname, '../../..');

const permits = `openapi: 3.1.0
servers: [{ url: https://permits.example/v1 }]
security: [{ key: [] }]
components:
  securitySchemes: { key: { type: apiKey, in: header, name: X-Api-Key } }
  parameters:
    Zone: { name: zone-code, in: query, schema: { type: string, enum: [A, B] } }
  schemas:
    Holder: { type: object, required: [name], properties: { name: { type: string }, parent: { $ref: '#/components/schemas/Holder' } } }
    Permit:
      allOf:
        - { type: object, required: [validUntil], properties: { validUntil: { type: string, format: date } } }
        - type: object
          properties:
            holder: { $ref: '#/components/schemas/Holder' }
            cents: { type: [integer, 'null'], minimum: 0 }
            marks: { type: array, items: { type: string } }
paths:
  /permits/{plate}:
    parameters: [{ name: plate, in: path, required: true, schema: { type: string, minLength: 3 }, description: 'As "written" \`\${1}' }]
    get:
      operationId: getPermit
      summary: A permit
      parameters: [{ $ref: '#/components/parameters/Zone' }, { name: marks, in: query, schema: { type: array, items: { type: string } } }]
      responses:
        '200': { content: { application/json: { schema: { $ref: '#/components/schemas/Permit' } } } }
        '404': { description: none }
  /permits:
    post:
      operationId: openPermit
      security: [{ bearer: [] }]
      requestBody:
        content:
          application/json:
            schema: { type: object, required: [plate, holder], properties: { plate: { type: string }, holder: { $ref: '#/components/schemas/Holder' }, valid-from: { type: string, format: date }, id: { type: string, readOnly: true } } }
      responses: { '201': { content: { application/json: { schema: { $ref: '#/components/schemas/Permit' } } } } }
`;

/** What `npm install` would bring: the SDK of this repository, beside the libraries that it has already. */
const link = (folder: string): void => {
  const modules = path.join(folder, 'node_modules');
  mkdirSync(path.join(modules, '@irisflow'), { recursive: true });
  mkdirSync(path.join(modules, '@types'), { recursive: true });
  symlinkSync(path.join(root, 'connectors/sdk'), path.join(modules, '@irisflow/connector-sdk'));
  symlinkSync(path.join(root, 'node_modules/@types/node'), path.join(modules, '@types/node'));
};

describe('a connector that is begun', () => {
  let base: string;
  const of = (...parameters: string[]) => create(parameters, base);
  const draft = (folder: string, operation: string) =>
    of(folder, '--type', 'brussels-mobility.permit', '--openapi', 'permits.yaml', '--operation', operation);
  const definition = (folder: string, name = 'permit') =>
    readFileSync(path.join(base, folder, 'src', `${name}.ts`), 'utf8');

  beforeAll(() => {
    base = mkdtempSync(path.join(tmpdir(), 'irisflow-create-'));
    writeFileSync(path.join(base, 'permits.yaml'), permits);
    link(base);
  });
  afterAll(() => rmSync(base, { recursive: true, force: true }));

  test('compiles and passes its own tests as it is: from nothing, from a question, from an order', () => {
    // given
    expect(of('blank', '--type', 'brussels-mobility.tree-felling')).toContain('cd blank');
    draft('asked', 'getPermit');
    draft('opened', 'openPermit');

    // when they are compiled as the guide says
    const settings = JSON.parse(readFileSync(path.join(base, 'asked/tsconfig.json'), 'utf8')) as {
      compilerOptions: object;
    };
    writeFileSync(path.join(base, 'package.json'), '{"type":"module"}');
    const compilerOptions = { ...settings.compilerOptions, rootDir: '.', outDir: 'dist', skipLibCheck: true };
    writeFileSync(
      path.join(base, 'tsconfig.json'),
      JSON.stringify({ compilerOptions, include: ['blank/src', 'asked/src', 'opened/src'] }),
    );
    const node = (...parameters: string[]) =>
      execFileSync(process.execPath, parameters, { cwd: base, encoding: 'utf8', stdio: 'pipe' });
    node(path.join(root, 'node_modules/typescript-native/bin/tsc'));

    // then
    const tests = ['blank/src/tree-felling', 'asked/src/permit', 'opened/src/permit'];
    expect(node('--test', ...tests.map((name) => `dist/${name}.test.js`))).toMatch(/pass 8\n[^]*fail 0\n/);
  }, 120_000);

  test('takes from the description what is asked, what is answered and who may ask', () => {
    const asked = definition('asked');
    expect(asked).toContain('/v1/permits/${encodeURIComponent(String(input.plate))}');
    expect(asked).toContain('zoneCode: Type.Optional(Type.Union([Type.Literal("A"), Type.Literal("B")]))');
    expect(asked).toContain('cents: Type.Optional(Type.Union([Type.Integer({ minimum: 0 }), Type.Null()]))');
    expect(asked).toContain('"x-api-key": context.secret(\'SOURCE_KEY\')');
    const opened = definition('opened');
    expect(opened).toContain('"valid-from": input.validFrom');
    expect(opened).not.toContain('id: input.id');
    expect(opened).toContain("authorization: `Bearer ${context.secret('SOURCE_TOKEN')}`");
  });

  test('is refused with what was expected and what was found', () => {
    writeFileSync(path.join(base, 'old.json'), '{"swagger":"2.0"}');
    writeFileSync(
      path.join(base, 'far.yaml'),
      permits.replaceAll("'#/components/schemas/Permit'", "'other.yaml#/Permit'"),
    );
    const type = ['--type', 'brussels-mobility.permit'];
    expect(() => of('x', '--type', 'Permit')).toThrow('kebab-case, but found Permit');
    expect(() => of(...type)).toThrow('Expected one folder');
    expect(() => of('asked', ...type)).toThrow(/Expected an empty folder, but found .+ in/);
    expect(() => of('x', ...type, '--openapi', 'permits.yaml')).toThrow('getPermit\n  openPermit');
    expect(() => of('x', ...type, '--openapi', 'old.json')).toThrow('OpenAPI 3.0 or 3.1 description, but found none');
    expect(() => of('x', ...type, '--openapi', 'none.yaml')).toThrow('Expected a file that can be read');
    expect(() => of('x', ...type, '--openapi', 'far.yaml', '--operation', 'getPermit')).toThrow('bundle it');
    expect(() => of('x', ...type, '--colour', 'red')).toThrow('--type');
  });
});
