import { documentation, elementTemplate, LOCALES, sandboxCheck } from '@irisflow/connector-sdk';
import { describe, expect, it } from 'vitest';

import { CATALOG, connectors } from './index.ts';
import { handleOf } from '@irisflow/connector-sdk/testing';
import { useSandboxWorld } from './testing/sandbox-world.ts';

describe('the catalog', () => {
  it('lists each connector under its own type', () => {
    expect(Object.entries(CATALOG).filter(([type, connector]) => connector.type !== type)).toEqual([]);
    expect(connectors).toHaveLength(Object.keys(CATALOG).length);
  });

  it('logs a consultation under the name by which procedures declare the source: the connector type', () => {
    const consulting = connectors.filter(({ consults }) => consults !== undefined && 'source' in consults);

    expect(consulting).not.toEqual([]);
    expect(
      consulting.filter(
        ({ type, consults }) => consults === undefined || !('source' in consults) || consults.source !== type,
      ),
    ).toEqual([]);
  });

  it('puts results under names that do not collide', () => {
    const results = connectors.map(({ resultName }) => resultName);

    expect(new Set(results).size).toBe(results.length);
  });

  it.each(connectors.flatMap((connector) => LOCALES.map((locale) => [connector.type, locale, connector] as const)))(
    'generates the template and the page of %s in %s',
    (_, locale, connector) => {
      const template = elementTemplate(connector, locale);
      const page = documentation(connector, locale);

      expect(template.name).toBe(connector.title[locale]);
      expect(template.properties.every(({ type, label }) => type === 'Hidden' || label !== undefined)).toBe(true);
      for (const code of Object.keys(connector.errors)) expect(page).toContain(`\`${code}\``);
    },
  );
});

describe('the sandbox check', () => {
  const world = useSandboxWorld();
  const checkable = connectors.filter(
    ({ type, consults }) => (consults !== undefined && 'source' in consults) || ['be-address', 'mail'].includes(type),
  );

  it.each(checkable.map((connector) => [connector.type, connector] as const))(
    'finds %s working',
    async (_, connector) => {
      const checked = await sandboxCheck(connector, {
        caseHandle: handleOf('case-1'),
        settings: world.sandbox().settings,
        secrets: world.sandbox().secrets,
        consultations: world.consultations,
      });

      expect(checked).toMatchObject({ isWorking: true });
    },
  );
});
