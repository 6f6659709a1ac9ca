import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileForm, parseForm, type CompiledForm } from '@irisflow/forms';
import { maskResult, maskVariables, mayUnmaskField, putBack, readsRestricted, setApart } from './index.ts';

const control = (name: string, options: object = {}) => ({
  type: 'Control',
  id: `c_${name}`,
  scope: `#/properties/${name.split('.').join('/properties/')}`,
  i18n: name.replace('.', '_'),
  options: { widget: 'text', ...options },
});
const text = { type: 'string' };

const form = (): CompiledForm => {
  const parsed = parseForm({
    kind: 'form',
    formatVersion: 1,
    key: 'application',
    version: 1,
    defaultLocale: 'en',
    locales: ['en'],
    schema: {
      type: 'object',
      properties: {
        name: text,
        account: text,
        health: { type: 'object', properties: { illness: text, doctor: text } },
      },
    },
    uischema: {
      type: 'Categorization',
      elements: [
        {
          type: 'Category',
          id: 'page',
          i18n: 'page',
          elements: [
            control('name'),
            control('account', { restricted: { reason: 'bankAccount' } }),
            control('health.illness', { restricted: { reason: 'health', readers: ['medical'] } }),
            control('health.doctor'),
          ],
        },
      ],
    },
    translations: { en: {} },
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed));
  return compileForm(parsed.form);
};

describe('restricted answers', () => {
  const compiled = form();
  const value = fc.string({ minLength: 5, maxLength: 20 });

  it('come apart from the others and go back to where they stood, whatever they are', () => {
    const data = fc.record(
      { name: value, account: value, health: fc.record({ illness: value, doctor: value }, { requiredKeys: [] }) },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(data, (given) => {
        const { data: kept, apart } = setApart(compiled, { data: given, prefill: [] });
        expect(kept).not.toHaveProperty('account');
        expect(kept).not.toHaveProperty('health.illness');
        expect(putBack(kept, apart)).toEqual(given);
      }),
    );
  });

  it('leave no trace in what people read of a process, wherever it has them', () => {
    const secret = fc
      .string({ minLength: 5, maxLength: 20 })
      .filter((one) => !'application account health'.includes(one));
    fc.assert(
      fc.property(secret, secret, (account, illness) => {
        const variables = {
          application: { name: 'Léa', account, health: { illness, doctor: 'Dr X' } },
          register: { accounts: [account], note: { illness } },
          plain: 7,
        };
        const shown = maskVariables(compiled, variables);
        const leaves = JSON.stringify(shown);
        for (const one of [account, illness]) expect(leaves).not.toContain(JSON.stringify(one));
        expect(shown).toMatchObject({ application: { name: 'Léa', health: { doctor: 'Dr X' } }, plain: 7 });
      }),
    );
  });

  it.each([
    ['application.account', true],
    ['if application . account = null then 1 else 2', true],
    ['application.health.illness', true],
    ['application.health', true],
    ['string(application)', true],
    ['application.health.doctor', false],
    ['application.name', false],
    ['application.accounts', false],
    ['myapplication.name', false],
  ])('are read by %s: %s', (source, expected) => {
    expect(readsRestricted(compiled, source)).toBe(expected);
  });

  it('mask, of what is computed with them, the parts that they move', () => {
    const variables = { application: { name: 'Léa', account: 'BE54000000000097' }, amount: 12 };
    const account = (known: Readonly<Record<string, unknown>>) =>
      (known['application'] as { account: unknown }).account;
    const values = (known: Readonly<Record<string, unknown>>) => ({
      name: 'Léa',
      amount: known['amount'],
      account: account(known),
      isThere: account(known) !== null,
      // False for what was answered as for most of what could have been.
      isYes: account(known) === true,
      lines: [{ to: account(known) }, { of: 12 }],
    });
    expect(maskResult(compiled, variables, values)).toEqual({
      name: 'Léa',
      amount: 12,
      account: '•••',
      isThere: '•••',
      isYes: '•••',
      lines: [{ to: '•••' }, { of: 12 }],
    });
    expect(maskResult(compiled, variables, account)).toBe('•••');
  });

  it('are for the groups of their field, and for supervisors where it names none', () => {
    const [account, illness] = ['/account', '/health/illness'].map((pointer) => {
      const found = compiled.controls.find((one) => one.pointer === pointer);
      if (found === undefined) throw new Error(pointer);
      return found;
    });
    const reader = (roles: ('agent' | 'supervisor')[], groups: string[] = []) => ({ roles, groups });
    expect(account && mayUnmaskField(account, reader(['supervisor']))).toBe(true);
    expect(account && mayUnmaskField(account, reader(['agent'], ['medical']))).toBe(false);
    expect(illness && mayUnmaskField(illness, reader(['supervisor']))).toBe(false);
    expect(illness && mayUnmaskField(illness, reader(['agent'], ['medical']))).toBe(true);
  });
});
