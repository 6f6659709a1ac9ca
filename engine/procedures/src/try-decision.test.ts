import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '@irisflow/access';
import {
  openTestCasework,
  type TestCasework,
  givenAdministrations,
  givenCitizen,
  givenStaff,
} from '@irisflow/platform/testing';

const xml = `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="urn:d">
  <decision id="size" name="Size"><decisionTable id="t" hitPolicy="FIRST">
    <input id="i"><inputExpression id="ie" typeRef="number"><text>rent</text></inputExpression></input>
    <output id="o" name="size" typeRef="string" />
    <rule id="r1"><inputEntry id="a1"><text>&lt; 500</text></inputEntry><outputEntry id="b1"><text>"small"</text></outputEntry></rule>
    <rule id="r2"><inputEntry id="a2"><text></text></inputEntry><outputEntry id="b2"><text>"large"</text></outputEntry></rule>
  </decisionTable></decision>
</definitions>`;

describe('a decision at trial', () => {
  let given: TestCasework;
  let analyst: Actor;

  beforeAll(async () => {
    given = await openTestCasework();
    await givenAdministrations(given.casework);
    analyst = await givenStaff(given.casework, { name: 'Ann', roles: ['analyst'] });
  });
  afterAll(() => given.close());

  const tryWith = (actor: Actor, source: string, rent: number) =>
    given.casework.procedures.tryDecision(actor, { xml: source, decisionId: 'size', variables: { rent } });

  test('answers what the table gives, and which rules matched', async () => {
    expect(await tryWith(analyst, xml, 700)).toMatchObject({
      ok: true,
      output: 'large',
      failure: null,
      decisions: [{ decisionId: 'size', matchedRules: [{ index: 2, ruleId: 'r2' }] }],
    });
    expect(await tryWith(analyst, xml, 400)).toMatchObject({ output: 'small' });
  });

  test('tells a number that a browser would round as text', async () => {
    const long = xml.replace('"large"', '9007199254740992 + 1').replace('typeRef="string" ', '');
    expect(await tryWith(analyst, long, 700)).toMatchObject({
      output: '9007199254740993',
      decisions: [{ output: '9007199254740993', matchedRules: [{ outputs: { size: '9007199254740993' } }] }],
    });
  });

  test('says what is wrong with a file that cannot be read', async () => {
    const trial = await tryWith(analyst, '<x', 1);
    expect(trial.ok).toBe(false);
    expect(trial.failure).not.toBeNull();
  });

  test('is for designers', async () => {
    await expect(tryWith(await givenCitizen(given.casework), xml, 1)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});
